import type { Callbacks, EndTarget, Notice as HookNotice, Outcome } from './callbacks/index.ts';
import { type Meeting, type Meetings, type Notice, noticeOf, type Recorded } from './meeting/index.ts';

/**
 * Between the journals and the callbacks: every event that front ends hear of goes out once it is on disk, and that
 * it was told goes into the journal, so that after a restart only what is still owed goes out again.
 */
export class Outgoing {
  readonly #meetings: Pick<Meetings, 'findByInternalId'>;
  readonly #owed = new Map<string, Set<string>>();
  #callbacks: Callbacks | null = null;

  constructor(meetings: Pick<Meetings, 'findByInternalId'>) {
    this.#meetings = meetings;
  }

  /** From here on events go out; those of before the start go first. */
  start(callbacks: Callbacks, meetings: readonly Meeting[]): void {
    this.#callbacks = callbacks;
    for (const meeting of meetings) {
      for (const notice of meeting.state.notices) this.#tell(meeting, notice);
    }
  }

  onKept(meeting: Meeting, event: Recorded): void {
    const notice = noticeOf(meeting.state, event);
    if (notice) this.#tell(meeting, notice);
  }

  /** Nothing is left to tell of this meeting. */
  isSettled(meeting: Meeting): boolean {
    return !this.#owed.has(meeting.settings.internalId);
  }

  /** For the callbacks: a notice needs no further telling to that target. */
  async settled(noticeId: string, target: string, outcome: Outcome): Promise<void> {
    const [internalId = '', seq = ''] = noticeId.split(':');
    const meeting = this.#meetings.findByInternalId(internalId);
    await meeting?.record([{ type: 'hook-sent', notice: Number(seq), hook: target, outcome }]);
    const owed = this.#owed.get(internalId);
    owed?.delete(`${noticeId} ${target}`);
    if (owed?.size === 0) this.#owed.delete(internalId);
    if (meeting) this.#restHooks(meeting);
  }

  /** Hooks of one meeting are not needed after it, unless it comes again soon. */
  #restHooks(meeting: Meeting): void {
    if (meeting.state.ended && this.isSettled(meeting)) {
      this.#callbacks?.hooks.rest(meeting.settings.externalId);
    }
  }

  #tell(meeting: Meeting, notice: Notice): void {
    if (!this.#callbacks) return;
    const { internalId } = meeting.settings;
    const id = `${internalId}:${notice.seq}`;
    const settled = meeting.state.told.get(notice.seq) ?? new Set<string>();
    const targets: string[] = this.#callbacks.tell(hookNotice(meeting, notice, id), settled);
    if (notice.name === 'meeting-ended') targets.push(...this.#tellEnd(meeting, id, settled));
    if (targets.length === 0) {
      this.#restHooks(meeting);
      return;
    }
    const owed = this.#owed.get(internalId) ?? new Set();
    for (const target of targets) owed.add(`${id} ${target}`);
    this.#owed.set(internalId, owed);
  }

  #tellEnd(meeting: Meeting, id: string, settled: ReadonlySet<string>): EndTarget[] {
    const { externalId, metadata, meetingEndedUrl } = meeting.settings;
    const end = {
      id,
      meetingID: externalId,
      recordingMarks: false,
      endCallbackUrl: metadata.endcallbackurl ?? null,
      meetingEndedUrl,
    };
    return this.#callbacks?.tellEnd(end, settled) ?? [];
  }
}

function hookNotice({ settings }: Meeting, notice: Notice, id: string): HookNotice {
  const base = {
    id,
    atMs: notice.at,
    recordedAtMs: notice.recordedAt,
    meeting: {
      internalId: settings.internalId,
      externalId: settings.externalId,
      name: settings.name,
      createTimeMs: settings.createTime,
      metadata: settings.metadata,
      duration: settings.durationMinutes,
      attendeePW: settings.attendeePassword,
      moderatorPW: settings.moderatorPassword,
      record: false,
      voiceBridge: settings.voiceBridge,
      dialNumber: settings.dialNumber ?? '',
      maxUsers: settings.maxParticipants,
    },
  };
  if (!notice.seat)
    return { ...base, name: notice.name === 'meeting-ended' ? 'meeting-ended' : 'meeting-created' };
  const { id: internalId, externalUserId, name, role, customData } = notice.seat;
  const user = { internalId, externalId: externalUserId, name, role, userdata: customData };
  return { ...base, name: notice.name === 'user-left' ? 'user-left' : 'user-joined', user };
}
