import { z } from 'zod';
import { Publication, ReceivedTrack } from './media.ts';
import { ChatMessage, Person, Role, Waiting } from './people.ts';

/** The look that the co-op gave the meeting at `create`; null where nothing was said. */
export const MeetingBrand = z.object({
  /** CSS colour of the co-op's paint, `#rrggbb`. */
  colour: z.string().nullable(),
  name: z.string().nullable(),
  logo: z.url().nullable(),
});

export const MeetingView = z.object({
  name: z.string(),
  startedAt: z.string(),
  recording: z.boolean(),
  welcome: z.string().nullable(),
  brand: MeetingBrand,
  /** Where leaving and ending lead, when the front end said so. */
  logoutUrl: z.url().nullable(),
  iceServers: z.array(
    z.object({
      urls: z.array(z.string()),
      username: z.string().optional(),
      credential: z.string().optional(),
    }),
  ),
});
export type MeetingView = z.infer<typeof MeetingView>;

export const ErrorCode = z.enum([
  'malformed', // not JSON, or of no known shape
  'out-of-order', // e.g. anything before `hello`, or media before `enter`
  'unknown-token', // the link is not known (any more): ask for a new one
  'meeting-ended',
  'meeting-full',
  'denied', // a moderator did not let the person in
  'not-allowed', // a viewer asked for what moderators do
  'too-fast', // rate limit
  'media-failed', // the media engine refused or is restarting: try again
  'replaced', // the same seat was taken in another window
]);
export type ErrorCode = z.infer<typeof ErrorCode>;

/** Every message that the hall sends. A browser ignores types that it does not know. */
export const ToBrowser = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ok'), re: z.int() }),
  z.object({ type: z.literal('error'), re: z.int().nullable(), code: ErrorCode, message: z.string() }),
  /** After `hello`: who you are and what the meeting is. People and chat come with `entered`. */
  z.object({
    type: z.literal('welcome'),
    re: z.int(),
    you: z.object({ id: z.string(), name: z.string(), role: Role, guest: z.boolean() }),
    locale: z.string().nullable(),
    /** `seated`: this seat was taken before (a reload or a lost connection); entering again needs no lobby. */
    seat: z.enum(['free', 'lobby', 'seated']),
    meeting: MeetingView,
    people: z.int().nonnegative(),
  }),
  z.object({ type: z.literal('waiting'), re: z.int() }),
  /** You are in. `re` is null when a moderator opened after `waiting`. A full picture: replaces all that was known. */
  z.object({
    type: z.literal('entered'),
    re: z.int().nullable(),
    people: z.array(Person),
    chat: z.array(ChatMessage),
    lobby: z.array(Waiting),
  }),
  /** A person came, changed or came back. Replaces the entry of the same id. */
  z.object({ type: z.literal('person'), person: Person }),
  z.object({ type: z.literal('left'), id: z.string() }),
  z.object({ type: z.literal('chat'), message: ChatMessage }),
  /** Moderators only: the whole lobby as it is now. */
  z.object({ type: z.literal('lobby'), waiting: z.array(Waiting) }),
  /** The meeting is over. The connection closes after it. */
  z.object({ type: z.literal('ended'), by: z.string().nullable() }),
  z.object({ type: z.literal('published'), re: z.int(), sdp: z.string() }),
  /** What you are sent from now on: the whole set. Answer with the same version. */
  z.object({
    type: z.literal('offer'),
    sdp: z.string(),
    version: z.int(),
    tracks: z.array(ReceivedTrack),
  }),
  z.object({ type: z.literal('publications'), all: z.array(Publication) }),
  /** Who is heard now, loudest first. */
  z.object({ type: z.literal('speakers'), ids: z.array(z.string()) }),
  /** The media engine is gone or begins anew: drop both peer connections, then `renew-media`. */
  z.object({ type: z.literal('media-lost') }),
]);
export type ToBrowser = z.infer<typeof ToBrowser>;
