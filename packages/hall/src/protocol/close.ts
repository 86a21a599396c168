/**
 * Codes with which the hall closes a WebSocket. After `done`, `refused` and `replaced` a browser stays away; after any
 * other end of the connection it comes back by itself.
 */
export const CLOSE = {
  /** The meeting is over, or the person left. */
  done: 1000,
  /** An `error` before it said why. */
  refused: 1008,
  /** A fault of the hall's own. */
  bug: 1011,
  /** The hall restarts on purpose. */
  restart: 1012,
  /** The browser reads too slowly. */
  tooSlow: 1013,
  /** The seat was taken in another window. */
  replaced: 4001,
} as const;
