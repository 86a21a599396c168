export {
  changeDevices,
  type EnterRefusal,
  enter,
  leave,
  loseConnection,
  SEAT_KEPT_MS,
} from './attendees.ts';
export { say } from './chat.ts';
export { type CreateRequest, createMeeting } from './create.ts';
export { end, endForAll } from './ending.ts';
export type { MeetingEvent, Recorded } from './events.ts';
export { moveHand } from './hand.ts';
export { giveSeat } from './join.ts';
export { admit, deny } from './lobby.ts';
export type { Meeting } from './meeting.ts';
export { Meetings } from './meetings.ts';
export type { Notice } from './notice.ts';
export { noticeOf } from './notices.ts';
export { keepSeats } from './restart.ts';
export { mayModerate } from './roles.ts';
export type { Seat } from './seat.ts';
export type { MeetingSettings } from './settings.ts';
export { type Attendee, type MeetingState, type Present, present } from './state.ts';
export { lobbyView, peopleView, personView } from './views.ts';
