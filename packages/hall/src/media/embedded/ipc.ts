import type { OfferedTrack, Publication, ReceivedTrack, Source } from '../../protocol/index.ts';

/** What the child is told when it is born, as its one argument in JSON. */
export interface ChildSettings {
  host: string;
  port: number;
  /** The address that browsers are told in place of the machine's own. */
  announced: string | null;
}

/** What the hall asks of the child. `peer` is a number that no other join has. */
export type Request =
  | { method: 'ping' }
  | { method: 'createRoom'; room: string }
  | { method: 'closeRoom'; room: string }
  | { method: 'join'; room: string; peer: number; person: string; grants: Source[] }
  | { method: 'publish'; room: string; peer: number; sdp: string; tracks: OfferedTrack[] }
  | { method: 'accept'; room: string; peer: number; sdp: string; version: number }
  | { method: 'renew'; room: string; peer: number }
  | { method: 'leave'; room: string; peer: number };

export type ToChild = { id: number; request: Request };

/** What the child says: that it listens, that it cannot, an answer, or something that happened. */
export type FromChild =
  | { type: 'ready' }
  | { type: 'unable'; reason: string }
  | { type: 'reply'; id: number; value: string | null }
  | { type: 'refusal'; id: number; reason: string }
  | { type: 'fault'; id: number; reason: string }
  | ChildEvent;

export type ChildEvent =
  | { type: 'offer'; room: string; peer: number; sdp: string; version: number; tracks: ReceivedTrack[] }
  | { type: 'failed'; room: string; peer: number }
  | { type: 'speakers'; room: string; people: string[] }
  | { type: 'publications'; room: string; all: Publication[] };

const methods: ReadonlySet<string> = new Set<Request['method']>([
  'ping',
  'createRoom',
  'closeRoom',
  'join',
  'publish',
  'accept',
  'renew',
  'leave',
]);

const types: ReadonlySet<string> = new Set<FromChild['type']>([
  'ready',
  'unable',
  'reply',
  'refusal',
  'fault',
  'offer',
  'failed',
  'speakers',
  'publications',
]);

/**
 * Both ends are of one version and the channel is private, so only the outermost form is checked: enough to leave
 * messages alone that are not ours (Node and test runners use the channel too).
 */
export function isToChild(message: unknown): message is ToChild {
  if (!isRecord(message) || typeof message.id !== 'number' || !isRecord(message.request)) return false;
  return typeof message.request.method === 'string' && methods.has(message.request.method);
}

export function isFromChild(message: unknown): message is FromChild {
  return isRecord(message) && typeof message.type === 'string' && types.has(message.type);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
