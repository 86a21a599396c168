import type { Clock } from '../clock.ts';
import type { JournalFolder } from '../journal/index.ts';
import type { Recorded } from './events.ts';
import { due } from './expiry.ts';
import { type Kept, Meeting } from './meeting.ts';
import type { MeetingSettings } from './settings.ts';
import type { Attendee } from './state.ts';

/** An ended meeting is remembered so long, so that its seats and joins get a true answer. */
export const REMEMBERED_MS = 60 * 60_000;

export interface Ground {
  folder: JournalFolder;
  clock: Clock;
  kept: Kept;
}

/** All meetings of this hall that run or ended a short while ago. */
export class Meetings {
  readonly #ground: Ground;
  readonly #byInternalId = new Map<string, Meeting>();
  /** The latest meeting of each external id. */
  readonly #byExternalId = new Map<string, Meeting>();
  readonly #byToken = new Map<string, { meeting: Meeting; seatId: string }>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** Brings back what the journals tell. Gives the ids of journals that told nothing and were put aside. */
  async restore(): Promise<{ unreadable: string[] }> {
    const unreadable: string[] = [];
    for (const internalId of await this.#ground.folder.list()) {
      const { journal, content } = await this.#ground.folder.journal(internalId);
      const meeting = Meeting.replay(content.values as Recorded[], this.#groundFor(journal));
      if (meeting) {
        this.#remember(meeting);
        continue;
      }
      unreadable.push(internalId);
      await journal.close();
      await this.#ground.folder.archive(internalId);
    }
    return { unreadable };
  }

  /** Lets calls that make meetings follow each other, so that two at once see what the other made. */
  inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(act, act);
    this.#turn = turn;
    return turn;
  }

  /** A new meeting in place of any ended one of the same external id; resolves when it is on disk. */
  async create(settings: MeetingSettings): Promise<Meeting> {
    const { journal } = await this.#ground.folder.journal(settings.internalId);
    const { meeting, kept } = Meeting.begin(settings, this.#groundFor(journal));
    await kept;
    this.#remember(meeting);
    return meeting;
  }

  /** The latest meeting of that external id, running or just ended. */
  findByExternalId(externalId: string): Meeting | null {
    return this.#byExternalId.get(externalId) ?? null;
  }

  /** The meeting of that external or internal id, running or just ended. */
  find(id: string): Meeting | null {
    return this.#byExternalId.get(id) ?? this.#byInternalId.get(id) ?? null;
  }

  findByInternalId(internalId: string): Meeting | null {
    return this.#byInternalId.get(internalId) ?? null;
  }

  findRunning(id: string): Meeting | null {
    const meeting = this.find(id);
    return meeting && !meeting.state.ended ? meeting : null;
  }

  /** The seat that a session token stands for. */
  seatOf(token: string): { meeting: Meeting; attendee: Attendee } | null {
    const seat = this.#byToken.get(token);
    const attendee = seat?.meeting.state.attendees.get(seat.seatId);
    return seat && attendee ? { meeting: seat.meeting, attendee } : null;
  }

  all(): Meeting[] {
    return [...this.#byInternalId.values()];
  }

  running(): Meeting[] {
    return this.all().filter((meeting) => !meeting.state.ended);
  }

  /** Lets time act on every meeting. */
  async sweep(): Promise<void> {
    const now = this.#ground.clock.now();
    await Promise.all(this.running().map((meeting) => meeting.record(due(meeting.state, now))));
  }

  /** Puts away meetings that ended long enough ago and of which nothing is left to tell. */
  async putAway(isSettled: (meeting: Meeting) => boolean): Promise<void> {
    const before = this.#ground.clock.now() - REMEMBERED_MS;
    for (const meeting of this.all()) {
      const { ended } = meeting.state;
      if (!ended || ended.at > before || !isSettled(meeting)) continue;
      this.#forget(meeting);
      await meeting.close();
      await this.#ground.folder.archive(meeting.settings.internalId);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.all().map((meeting) => meeting.close()));
  }

  #groundFor(journal: Parameters<typeof Meeting.begin>[1]['journal']): Parameters<typeof Meeting.begin>[1] {
    const { clock, kept } = this.#ground;
    return { journal, clock, kept: (meeting, event) => this.#onKept(meeting, event, kept) };
  }

  #onKept(meeting: Meeting, event: Recorded, kept: Kept): void {
    if (event.type === 'seat-taken') {
      this.#byToken.set(event.seat.token, { meeting, seatId: event.seat.id });
    }
    kept(meeting, event);
  }

  #remember(meeting: Meeting): void {
    const { externalId, internalId, createTime } = meeting.settings;
    this.#byInternalId.set(internalId, meeting);
    const other = this.#byExternalId.get(externalId);
    if (!other || other.settings.createTime < createTime) this.#byExternalId.set(externalId, meeting);
    for (const { seat } of meeting.state.attendees.values()) {
      this.#byToken.set(seat.token, { meeting, seatId: seat.id });
    }
  }

  #forget(meeting: Meeting): void {
    const { externalId, internalId } = meeting.settings;
    this.#byInternalId.delete(internalId);
    if (this.#byExternalId.get(externalId) === meeting) this.#byExternalId.delete(externalId);
    for (const { seat } of meeting.state.attendees.values()) this.#byToken.delete(seat.token);
  }
}
