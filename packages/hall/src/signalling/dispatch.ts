import type { FromBrowser } from '../protocol/index.ts';
import type { Connection } from './connection.ts';
import type { HallFloor } from './hall-floor.ts';
import type { Handler } from './handler.ts';
import { chat } from './messages/chat.ts';
import { devices } from './messages/devices.ts';
import { end } from './messages/end.ts';
import { enter } from './messages/enter.ts';
import { hand } from './messages/hand.ts';
import { hello } from './messages/hello.ts';
import { leave } from './messages/leave.ts';
import { admit, deny } from './messages/lobby.ts';
import { answer, publish, renewMedia } from './messages/media.ts';

type AnyHandler = Handler<FromBrowser['type']>;

/** For everybody who was greeted. */
const atTheDoor = { enter, leave } as const;
/** For those in the meeting. */
const inside = {
  devices,
  chat,
  hand,
  admit,
  deny,
  end,
  publish,
  answer,
  'renew-media': renewMedia,
} as const;

const MEDIA = new Set<FromBrowser['type']>(['publish', 'answer', 'renew-media']);

/** Media negotiation may take long and must not hold up the rest of what a browser says. */
export const isMedia = (message: FromBrowser): boolean => MEDIA.has(message.type);

/** Does what a message asks, when it comes at the right time. */
export async function dispatch(
  floor: HallFloor,
  connection: Connection,
  message: FromBrowser,
): Promise<void> {
  if (message.type === 'ping') return connection.ok(message.re);
  if (message.type === 'hello') {
    if (connection.stage !== 'new') return outOfOrder(connection, message, 'The token was shown before.');
    return hello(floor, connection, message);
  }
  const { live, seatId } = connection;
  if (!live || !seatId) return outOfOrder(connection, message, 'Say hello first.');
  if (message.type === 'enter' && connection.stage === 'seated') {
    return outOfOrder(connection, message, 'You are in already.');
  }
  const handler = handlerOf(message.type, connection);
  if (!handler) return outOfOrder(connection, message, 'Enter first.');
  await handler(floor, { connection, live, seatId }, message);
}

function handlerOf(type: FromBrowser['type'], connection: Connection): AnyHandler | null {
  if (Object.hasOwn(atTheDoor, type)) return atTheDoor[type as keyof typeof atTheDoor] as AnyHandler;
  if (connection.stage !== 'seated' || !Object.hasOwn(inside, type)) return null;
  return inside[type as keyof typeof inside] as AnyHandler;
}

function outOfOrder(connection: Connection, { re }: FromBrowser, message: string): void {
  connection.refuse(re, 'out-of-order', message);
}
