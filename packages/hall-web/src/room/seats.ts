import type { Person, Publication } from '@koinon/hall/protocol';
import type { Devices } from '../devices/state.ts';
import type { Tracks } from '../media/subscriber.ts';
import { handPlaces } from '../meeting/hands.ts';
import type { Meeting } from '../meeting/state.ts';

/** A person with all that their tile shows. */
export interface Seat {
  person: Person;
  you: boolean;
  camera: MediaStreamTrack | null;
  speaking: boolean;
  /** 1 for the first to speak, null without a raised hand. */
  handPlace: number | null;
}

/** Everybody in order of arrival, oneself last. */
export function seatsOf(
  meeting: Pick<Meeting, 'people' | 'publications' | 'speakers' | 'welcome'>,
  tracks: Tracks,
  own: Devices,
): Seat[] {
  const places = handPlaces(meeting.people);
  const seats = meeting.people.map((person) => {
    const you = person.id === meeting.welcome?.you.id;
    return {
      person,
      you,
      camera: you ? own.camera.track : trackOf(meeting.publications, tracks, person.id, 'camera'),
      speaking: meeting.speakers.includes(person.id) && person.mic === 'on',
      handPlace: places.get(person.id) ?? null,
    };
  });
  return [...seats.filter(({ you }) => !you), ...seats.filter(({ you }) => you)];
}

export interface SharedScreen {
  publication: string;
  person: Person;
  track: MediaStreamTrack;
}

/** Screens that others share, the newest last. */
export function screensOf(
  meeting: Pick<Meeting, 'people' | 'publications' | 'welcome'>,
  tracks: Tracks,
): SharedScreen[] {
  return meeting.publications.flatMap(({ id, person: owner, source }) => {
    const person = meeting.people.find((one) => one.id === owner);
    const track = tracks.get(id);
    if (source !== 'screen' || person === undefined || track === undefined) return [];
    return owner === meeting.welcome?.you.id ? [] : [{ publication: id, person, track }];
  });
}

function trackOf(
  publications: readonly Publication[],
  tracks: Tracks,
  person: string,
  source: Publication['source'],
): MediaStreamTrack | null {
  const publication = publications.find((one) => one.person === person && one.source === source);
  return publication === undefined ? null : (tracks.get(publication.id) ?? null);
}
