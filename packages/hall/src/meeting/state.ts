import type { ChatMessage, DeviceState } from '../protocol/index.ts';
import type { EndReason } from './events.ts';
import type { Notice } from './notice.ts';
import type { Admission, Seat } from './seat.ts';
import type { MeetingSettings } from './settings.ts';

/** A lost connection whose seat is kept. */
export interface Lost {
  since: number;
  keptUntil: number;
}

/** One visit, from entering to leaving. */
interface Stay {
  joinedAt: number;
  mic: DeviceState;
  camera: DeviceState;
  handAt: number | null;
  lost: Lost | null;
}

/** Somebody in the lobby. */
interface Asker {
  since: number;
  mic: DeviceState;
  camera: DeviceState;
  lost: Lost | null;
}

export interface Attendee {
  seat: Seat;
  admission: Admission;
  stay: Stay | null;
  asking: Asker | null;
}

/** A meeting as its events made it. Only the fold changes it. */
export interface MeetingState {
  settings: MeetingSettings;
  /** By seat id, in the order in which seats were taken. */
  attendees: Map<string, Attendee>;
  chat: ChatMessage[];
  chatIds: Set<string>;
  chatCharacters: number;
  /** When the first person entered. */
  firstJoinedAt: number | null;
  /** Since when nobody is there, once somebody was. */
  emptySince: number | null;
  ended: { at: number; by: string | null; reason: EndReason } | null;
  /** What hooks are told of, oldest first. */
  notices: Notice[];
  /** Hooks that know of a notice or were given up, by the notice's number. */
  told: Map<number, Set<string>>;
}

export function emptyState(settings: MeetingSettings): MeetingState {
  return {
    settings,
    attendees: new Map(),
    chat: [],
    chatIds: new Set(),
    chatCharacters: 0,
    firstJoinedAt: null,
    emptySince: null,
    ended: null,
    notices: [],
    told: new Map(),
  };
}

export type Present = Attendee & { stay: Stay };
export type Asking = Attendee & { asking: Asker };

const isPresent = (attendee: Attendee): attendee is Present => attendee.stay !== null;
const isAsking = (attendee: Attendee): attendee is Asking => attendee.asking !== null;

/** Those who are in the meeting, connected or kept, in the order in which seats were taken. */
export function present(state: MeetingState): Present[] {
  return [...state.attendees.values()].filter(isPresent);
}

/** Those who wait in the lobby, longest first. */
export function askers(state: MeetingState): Asking[] {
  return [...state.attendees.values()].filter(isAsking).sort((a, b) => a.asking.since - b.asking.since);
}
