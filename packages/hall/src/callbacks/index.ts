export type { Callbacks, Outcome } from './callbacks.ts';
export { startCallbacks } from './callbacks.ts';
export type { EndTarget } from './end-callback.ts';
export type { Notice } from './notice.ts';
