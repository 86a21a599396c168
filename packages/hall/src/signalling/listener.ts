import type { ErrorCode, ToBrowser } from '../protocol/index.ts';

/** How far a connection has come: only `seated` ones are told what happens in the meeting. */
export type Stage = 'new' | 'greeted' | 'waiting' | 'seated';

/** A connected browser, as a meeting sees it. */
export interface Listener {
  stage: Stage;
  readonly seatId: string | null;
  /** The number of an `enter` that is not answered yet. */
  entering: number | null;
  send(message: ToBrowser): void;
  /** Sends what was written once for many. */
  sendText(text: string): void;
  refuse(re: number | null, code: ErrorCode, message: string): void;
  close(code: number, reason?: string): void;
}
