import type { FromBrowser } from '../protocol/index.ts';
import type { Connection } from './connection.ts';
import type { HallFloor } from './hall-floor.ts';
import type { LiveMeeting } from './live-meeting.ts';

export type Message<T extends FromBrowser['type']> = Extract<FromBrowser, { type: T }>;

/** A connection whose `hello` was accepted. */
export interface Visitor {
  connection: Connection;
  live: LiveMeeting;
  seatId: string;
}

/** What one type of message does. Answers by itself; a rejected promise is a bug and told as `malformed` is not. */
export type Handler<T extends FromBrowser['type']> = (
  floor: HallFloor,
  visitor: Visitor,
  message: Message<T>,
) => Promise<void>;
