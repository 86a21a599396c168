import { randomInt } from 'node:crypto';
import { internalMeetingId } from '@koinon/bbb-api';
import { randomToken } from '../ids.ts';
import { ok, type Result, refused } from '../result.ts';
import type { Meeting } from './meeting.ts';
import type { Meetings } from './meetings.ts';
import type { MeetingSettings } from './settings.ts';

/** What a front end asks of a new meeting; the rest the hall makes itself. */
export interface CreateRequest
  extends Omit<
    MeetingSettings,
    'internalId' | 'createTime' | 'attendeePassword' | 'moderatorPassword' | 'voiceBridge'
  > {
  attendeePassword: string | null;
  moderatorPassword: string | null;
  voiceBridge: string | null;
}

export type CreateRefusal = 'id-not-unique' | 'voice-bridge-taken';

/**
 * `create` as BigBlueButton means it: asking again for a running meeting with the same passwords, or with none,
 * gives that meeting unchanged; with others it is refused (ApiController.create).
 */
export function createMeeting(
  meetings: Meetings,
  request: CreateRequest,
  now: number,
): Promise<Result<{ meeting: Meeting; duplicate: boolean }, CreateRefusal>> {
  return meetings.inTurn(async () => {
    const existing = meetings.findByExternalId(request.externalId);
    if (existing && !existing.state.ended) {
      if (!hasSamePasswords(existing.settings, request)) return refused('id-not-unique');
      return ok({ meeting: existing, duplicate: true });
    }
    const taken = new Set(meetings.running().map(({ settings }) => settings.voiceBridge));
    if (request.voiceBridge && taken.has(request.voiceBridge)) return refused('voice-bridge-taken');
    const createTime = Math.max(now, (existing?.settings.createTime ?? 0) + 1);
    const meeting = await meetings.create({
      ...request,
      createTime,
      internalId: internalMeetingId(request.externalId, createTime),
      attendeePassword: request.attendeePassword ?? randomToken(8),
      moderatorPassword: request.moderatorPassword ?? randomToken(8),
      voiceBridge: request.voiceBridge ?? freeVoiceBridge(taken),
    });
    return ok({ meeting, duplicate: false });
  });
}

function hasSamePasswords(settings: MeetingSettings, request: CreateRequest): boolean {
  const { attendeePassword, moderatorPassword } = request;
  if (!attendeePassword && !moderatorPassword) return true;
  return settings.attendeePassword === attendeePassword && settings.moderatorPassword === moderatorPassword;
}

/** Five digits, as telephone callers would type them. */
function freeVoiceBridge(taken: ReadonlySet<string>): string {
  for (;;) {
    const bridge = String(randomInt(10_000, 100_000));
    if (!taken.has(bridge)) return bridge;
  }
}
