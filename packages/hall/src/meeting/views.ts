import type { Person, Waiting } from '../protocol/index.ts';
import { askers, type MeetingState, type Present, present } from './state.ts';

const iso = (ms: number): string => new Date(ms).toISOString();

/** A person as everybody in the meeting sees them. Who shares a screen is known to the media alone. */
export function personView({ seat, stay }: Present, sharesScreen: boolean): Person {
  return {
    id: seat.id,
    name: seat.name,
    role: seat.role,
    guest: seat.guest,
    joinedAt: iso(stay.joinedAt),
    mic: stay.mic,
    camera: stay.camera,
    screen: sharesScreen,
    handAt: stay.handAt === null ? null : iso(stay.handAt),
    present: stay.lost === null,
  };
}

export function peopleView(state: MeetingState, screens: ReadonlySet<string>): Person[] {
  return present(state).map((attendee) => personView(attendee, screens.has(attendee.seat.id)));
}

export function lobbyView(state: MeetingState): Waiting[] {
  return askers(state).map(({ seat, asking }) => ({
    id: seat.id,
    name: seat.name,
    since: iso(asking.since),
  }));
}
