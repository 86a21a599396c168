export { createMeetings } from './create-meetings.ts';
export { guestForgetting } from './forget-guests.ts';
export { meetingsManifest } from './manifest.ts';
