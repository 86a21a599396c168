export type { Callbacks, CallbacksOptions, Outcome } from './callbacks.ts';
export { startCallbacks } from './callbacks.ts';
export type { EndNotice, EndTarget } from './end-callback.ts';
export type { CallbackLog } from './log.ts';
export type { Notice, NoticeMeeting, NoticeUser } from './notice.ts';
