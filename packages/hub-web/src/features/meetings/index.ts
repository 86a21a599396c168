export { Attendance } from './attendance.tsx';
export { AttendanceChart } from './attendance-chart.tsx';
export { DoorPage } from './door-page.tsx';
export { Invited } from './invited.tsx';
export { RunningSign } from './running-sign.tsx';
export { useEndMeeting } from './use-end-meeting.ts';
export { useEnter } from './use-enter.ts';
