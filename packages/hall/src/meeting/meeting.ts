import type { Clock } from '../clock.ts';
import type { Journal } from '../journal/index.ts';
import type { MeetingEvent, Recorded } from './events.ts';
import { apply } from './fold.ts';
import type { MeetingSettings } from './settings.ts';
import { emptyState, type MeetingState } from './state.ts';

/** Called for every event once it is on disk, in order. */
export type Kept = (meeting: Meeting, event: Recorded) => void;

/**
 * One run of a room: its state, its journal, and those who want to know. What is decided counts at once, so that
 * the next decision sees it; others are told when it is on disk, so that a kill never unsays anything.
 */
export class Meeting {
  readonly state: MeetingState;
  readonly #journal: Pick<Journal, 'append' | 'close'>;
  readonly #clock: Clock;
  readonly #kept: Kept;
  #seq: number;

  private constructor(
    settings: MeetingSettings,
    ground: { journal: Pick<Journal, 'append' | 'close'>; clock: Clock; kept: Kept },
  ) {
    this.state = emptyState(settings);
    this.#journal = ground.journal;
    this.#clock = ground.clock;
    this.#kept = ground.kept;
    this.#seq = 0;
  }

  /** A new meeting; resolves when its first line is on disk. */
  static begin(
    settings: MeetingSettings,
    ground: { journal: Pick<Journal, 'append' | 'close'>; clock: Clock; kept: Kept },
  ): { meeting: Meeting; kept: Promise<void> } {
    const meeting = new Meeting(settings, ground);
    return { meeting, kept: meeting.record([{ type: 'created', settings }]) };
  }

  /** The meeting that a journal tells of; null when the journal does not begin with a `created`. */
  static replay(
    events: readonly Recorded[],
    ground: { journal: Pick<Journal, 'append' | 'close'>; clock: Clock; kept: Kept },
  ): Meeting | null {
    const first = events[0];
    if (first?.type !== 'created') return null;
    const meeting = new Meeting(first.settings, ground);
    for (const event of events) {
      apply(meeting.state, event);
      meeting.#seq = event.seq;
    }
    return meeting;
  }

  get settings(): MeetingSettings {
    return this.state.settings;
  }

  /** Makes events happen; resolves when they are on disk and told. Nothing to record resolves at once. */
  async record(events: readonly MeetingEvent[]): Promise<void> {
    if (events.length === 0) return;
    const at = this.#clock.now();
    const recorded = events.map((event): Recorded => {
      this.#seq += 1;
      return { seq: this.#seq, at, ...event };
    });
    for (const event of recorded) apply(this.state, event);
    await this.#journal.append(recorded);
    for (const event of recorded) this.#kept(this, event);
  }

  /** Waits for the journal and lets go of it. */
  close(): Promise<void> {
    return this.#journal.close();
  }
}
