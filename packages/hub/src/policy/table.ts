import type { HouseRole } from '../route/index.ts';

/**
 * Who may do an act: `anyone` with the address, any signed-in `person`, the `owner` of the thing that the act is
 * about, or people with one of these roles in the house.
 */
export type Who = 'anyone' | 'person' | 'owner' | HouseRole;

/**
 * The one table of who may do what. What is not in it may not be done, and every route names its act.
 * Acts that show their right in another way (a signed callback, a mailed code) say `anyone` and check that themselves.
 */
export const acts = {
  'session.read': ['anyone'],
  'sign-in.ask': ['anyone'],
  'sign-in.finish': ['anyone'],
  'sign-out': ['anyone'],
  'person.change': ['person'],
  'changes.hear': ['anyone'],
  /** Only served in the demo. */
  'outbox.read': ['anyone'],

  'rooms.list': ['member'],
  'rooms.make': ['member'],
  'rooms.read': ['owner', 'admin'],
  'rooms.change': ['owner', 'admin'],
  'rooms.delete': ['owner', 'admin'],
  'rooms.restore': ['owner', 'admin'],

  'door.read': ['anyone'],
  'door.enter': ['anyone'],
  'meetings.moderate': ['owner', 'admin'],
  'meetings.end': ['owner', 'admin'],
  'meetings.list': ['owner', 'admin'],
  /** Shows its right by a signature. */
  'callbacks.take': ['anyone'],

  'desk.read': ['operator'],
  'desk.attach': ['operator'],
  'desk.change': ['operator'],
  'desk.detach': ['operator'],
} as const satisfies Record<string, readonly Who[]>;

export type Act = keyof typeof acts;

/** Whether a word names an act of the table. */
export const isAct = (word: string): word is Act => Object.hasOwn(acts, word);
