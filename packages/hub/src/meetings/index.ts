export { createMeetings, type Meetings } from './create-meetings.ts';
export { meetingEnded, meetingStarted } from './events.ts';
export { guestForgetting } from './forget-guests.ts';
export { meetingsManifest } from './manifest.ts';
