import type { MediaEngine } from '../media/engine.ts';
import { RoomMedia } from '../media/room-media.ts';
import { type Meeting, personView } from '../meeting/index.ts';
import type { Publication, ToBrowser } from '../protocol/index.ts';
import type { Listener } from './listener.ts';

/** The part of a meeting that lives and dies with this process: who is connected, and the media. */
export class LiveMeeting {
  readonly meeting: Meeting;
  readonly media: RoomMedia;
  /** Everybody who said `hello`. */
  readonly connections = new Set<Listener>();
  /** The one connection that holds each seat, in the meeting or in the lobby. */
  readonly holders = new Map<string, Listener>();
  #screens: ReadonlySet<string> = new Set();

  constructor(meeting: Meeting, engine: MediaEngine) {
    this.meeting = meeting;
    this.media = new RoomMedia(engine, meeting.settings.internalId, {
      offer: (person, sdp, version, tracks) => {
        this.#seated(person)?.send({ type: 'offer', sdp, version, tracks });
      },
      failed: (person) => this.#seated(person)?.send({ type: 'media-lost' }),
      publications: (all) => this.#onPublications(all),
      speakers: (ids) => this.tellSeated({ type: 'speakers', ids }),
    });
  }

  /** Who shares a screen now. */
  get screens(): ReadonlySet<string> {
    return this.#screens;
  }

  *seated(): Generator<Listener> {
    for (const connection of this.holders.values()) {
      if (connection.stage === 'seated') yield connection;
    }
  }

  tellSeated(message: ToBrowser): void {
    const text = JSON.stringify(message);
    for (const connection of this.seated()) connection.sendText(text);
  }

  tellModerators(message: ToBrowser): void {
    const text = JSON.stringify(message);
    for (const connection of this.seated()) {
      if (this.#isModerator(connection)) connection.sendText(text);
    }
  }

  /** Shows everybody a person as they are now. */
  tellPerson(seatId: string): void {
    const attendee = this.meeting.state.attendees.get(seatId);
    if (!attendee?.stay) return;
    const person = personView({ ...attendee, stay: attendee.stay }, this.#screens.has(seatId));
    this.tellSeated({ type: 'person', person });
  }

  #isModerator(connection: Listener): boolean {
    return this.meeting.state.attendees.get(connection.seatId ?? '')?.seat.role === 'MODERATOR';
  }

  #seated(seatId: string): Listener | null {
    const connection = this.holders.get(seatId);
    return connection?.stage === 'seated' ? connection : null;
  }

  #onPublications(all: Publication[]): void {
    const before = this.#screens;
    this.#screens = new Set(all.filter(({ source }) => source === 'screen').map(({ person }) => person));
    this.tellSeated({ type: 'publications', all });
    for (const person of new Set([...before, ...this.#screens])) {
      if (before.has(person) !== this.#screens.has(person)) this.tellPerson(person);
    }
  }
}
