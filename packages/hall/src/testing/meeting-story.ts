import type { MeetingEvent, Recorded } from '../meeting/events.ts';
import { apply } from '../meeting/fold.ts';
import type { Admission, Seat } from '../meeting/seat.ts';
import type { MeetingSettings } from '../meeting/settings.ts';
import { emptyState, type MeetingState } from '../meeting/state.ts';
import type { DeviceState, Role } from '../protocol/index.ts';

export const MINUTE_MS = 60_000;
const START = Date.UTC(2026, 10, 22, 12);

export const settingsOf = (given: Partial<MeetingSettings> = {}): MeetingSettings => ({
  externalId: 'morning',
  internalId: 'sha1-1',
  name: 'Morning circle',
  createTime: START,
  attendeePassword: 'ap',
  moderatorPassword: 'mp',
  voiceBridge: '70001',
  dialNumber: null,
  maxParticipants: 0,
  durationMinutes: 0,
  expireUnjoinedMinutes: 5,
  expireEmptyMinutes: 1,
  guestPolicy: 'ALWAYS_ACCEPT',
  welcome: null,
  logoutUrl: null,
  logo: null,
  meetingEndedUrl: null,
  metadata: {},
  ...given,
});

export const seatOf = (id: string, given: Partial<Seat> = {}): Seat => ({
  id,
  token: `token-of-${id}`,
  authToken: 'auth',
  externalUserId: id,
  name: id,
  role: 'VIEWER',
  guest: false,
  locale: null,
  logoutUrl: null,
  customData: {},
  ...given,
});

/** A meeting told step by step, for tests of its rules. */
export class MeetingStory {
  readonly state: MeetingState;
  readonly told: Recorded[] = [];
  now: number = START;

  constructor(settings: Partial<MeetingSettings> = {}) {
    this.state = emptyState(settingsOf(settings));
    this.happens([{ type: 'created', settings: this.state.settings }]);
  }

  happens(events: readonly MeetingEvent[]): this {
    for (const event of events) {
      const recorded: Recorded = { seq: this.told.length + 1, at: this.now, ...event };
      apply(this.state, recorded);
      this.told.push(recorded);
    }
    return this;
  }

  seat(id: string, given: Partial<Seat> = {}, admission: Admission = 'open'): this {
    return this.happens([{ type: 'seat-taken', seat: seatOf(id, given), admission }]);
  }

  enters(id: string, role: Role = 'VIEWER', mic: DeviceState = 'on'): this {
    if (!this.state.attendees.has(id)) this.seat(id, { role });
    return this.happens([{ type: 'entered', seat: id, mic, camera: 'off' }]);
  }

  asks(id: string): this {
    if (!this.state.attendees.has(id)) this.seat(id, { guest: true }, 'ask');
    return this.happens([{ type: 'asked', seat: id, mic: 'on', camera: 'on' }]);
  }

  after(ms: number): this {
    this.now += ms;
    return this;
  }
}
