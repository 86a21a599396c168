import { z } from 'zod';
import { OfferedTrack } from './media.ts';
import { DeviceState } from './people.ts';

const Sdp = z.string().min(1).max(256_000);

/**
 * Every message that a browser may send over the meeting's WebSocket (`/ws`). The first must be `hello`.
 * `re` is the sender's own number: an `ok` or an `error` that answers the message carries it back.
 */
export const FromBrowser = z.discriminatedUnion('type', [
  /** Shows the session token of the join address. Answered by `welcome` or by `error`. */
  z.object({ type: z.literal('hello'), re: z.int(), token: z.string().min(1).max(64) }),
  /** The person pressed "enter": takes the seat, or asks at the lobby. Answered by `entered` or `waiting`. */
  z.object({ type: z.literal('enter'), re: z.int(), mic: DeviceState, camera: DeviceState }),
  z.object({ type: z.literal('devices'), re: z.int(), mic: DeviceState, camera: DeviceState }),
  z.object({ type: z.literal('chat'), re: z.int(), id: z.uuid(), text: z.string().min(1).max(5000) }),
  z.object({ type: z.literal('hand'), re: z.int(), up: z.boolean() }),
  /** Moderators only: `ids` are those of `Waiting`. */
  z.object({ type: z.literal('admit'), re: z.int(), ids: z.array(z.string().max(64)).min(1).max(500) }),
  z.object({ type: z.literal('deny'), re: z.int(), ids: z.array(z.string().max(64)).min(1).max(500) }),
  /** Moderators only: ends the meeting for all. */
  z.object({ type: z.literal('end'), re: z.int() }),
  z.object({ type: z.literal('leave'), re: z.int() }),
  /** Offers what this browser sends. Answered by `published`. */
  z.object({ type: z.literal('publish'), re: z.int(), sdp: Sdp, tracks: z.array(OfferedTrack).max(16) }),
  /** Answers the hall's `offer` of the same version. */
  z.object({ type: z.literal('answer'), re: z.int(), sdp: Sdp, version: z.int().nonnegative() }),
  /** Asks for new transports after a lost media connection; both sides begin again with fresh peer connections. */
  z.object({ type: z.literal('renew-media'), re: z.int() }),
  z.object({ type: z.literal('ping'), re: z.int() }),
]);
export type FromBrowser = z.infer<typeof FromBrowser>;
