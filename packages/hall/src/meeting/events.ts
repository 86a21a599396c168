import type { DeviceState } from '../protocol/index.ts';
import type { Admission, Seat } from './seat.ts';
import type { MeetingSettings } from './settings.ts';

type LeftReason = 'left' | 'lost' | 'meeting-ended';
export type EndReason = 'api' | 'moderator' | 'nobody-joined' | 'empty' | 'duration';

/**
 * Everything that can happen to a meeting, as its journal keeps it. The state of a meeting is the fold over these;
 * seats are named by their id. Times inside are milliseconds since 1970.
 */
export type MeetingEvent =
  | { type: 'created'; settings: MeetingSettings }
  | { type: 'seat-taken'; seat: Seat; admission: Admission }
  /** Waits in the lobby, with the devices to enter with. */
  | { type: 'asked'; seat: string; mic: DeviceState; camera: DeviceState }
  | { type: 'stopped-asking'; seat: string }
  | { type: 'admitted'; seat: string; by: string }
  | { type: 'denied'; seat: string; by: string }
  | { type: 'entered'; seat: string; mic: DeviceState; camera: DeviceState }
  /** `since`: the last sign of life. `keptUntil`: when the seat is given up. */
  | { type: 'connection-lost'; seat: string; since: number; keptUntil: number }
  | { type: 'connection-back'; seat: string }
  | { type: 'devices'; seat: string; mic: DeviceState; camera: DeviceState }
  | { type: 'hand'; seat: string; up: boolean }
  | { type: 'chat'; id: string; seat: string; name: string; text: string }
  /** `when` is earlier than the event itself for somebody whose connection was lost. */
  | { type: 'left'; seat: string; when: number; reason: LeftReason }
  | { type: 'ended'; by: string | null; reason: EndReason }
  /** A hook was told of the event with that number, or given up after its last retry. */
  | { type: 'hook-sent'; notice: number; hook: string; outcome: 'told' | 'given-up' };

/** An event with its place in the journal and its time. */
export type Recorded<E extends MeetingEvent = MeetingEvent> = E & { seq: number; at: number };
