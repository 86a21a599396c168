import type { AttendanceEventId, EventUser, HookEvent, OtherHookEvent } from './event.ts';
import { attendanceEvents } from './event.ts';

/** The body is no delivery of a webhook. */
export class HookBodyError extends Error {
  override readonly name = 'HookBodyError';
}

/** One delivery: known events in full, the others by their ID. */
export interface HookDelivery {
  domain: string;
  /** When the delivery was first tried: milliseconds since 1970, or null. */
  timestamp: number | null;
  events: (HookEvent | OtherHookEvent)[];
}

/** Whether an event is one of the four that are read in full. */
export function isAttendanceEvent(event: HookEvent | OtherHookEvent): event is HookEvent {
  return (attendanceEvents as readonly string[]).includes(event.id);
}

/**
 * Reads the form that bbb-webhooks posts: `domain`, `event` (JSON, a list of one or more), `timestamp`.
 *
 * @throws {HookBodyError}
 */
export function readHookBody(body: string): HookDelivery {
  const form = new URLSearchParams(body);
  const events = parsedEvents(form.get('event') ?? '');
  return {
    domain: form.get('domain') ?? '',
    timestamp: numberOrNull(form.get('timestamp')),
    events: events.map(readEvent),
  };
}

function parsedEvents(json: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(json);
    return Array.isArray(parsed) ? parsed : [parsed];
  } catch (cause) {
    throw new HookBodyError('the parameter event is not JSON', { cause });
  }
}

function readEvent(raw: unknown): HookEvent | OtherHookEvent {
  const data = objectAt(raw, 'data');
  const id = textAt(data, 'id');
  if (id === '') throw new HookBodyError('an event has no ID');
  const attributes = objectAt(data, 'attributes');
  const meeting = objectAt(attributes, 'meeting');
  const inMeeting = {
    internalMeetingID: textAt(meeting, 'internal-meeting-id'),
    meetingID: textAt(meeting, 'external-meeting-id'),
    at: numberOrNull(objectAt(data, 'event').ts),
  };
  const user = objectAt(attributes, 'user');
  switch (id as AttendanceEventId) {
    case 'meeting-created':
      return {
        id: 'meeting-created',
        ...inMeeting,
        name: textAt(meeting, 'name'),
        createTime: numberOrNull(meeting['create-time']) ?? 0,
        metadata: textsOf(objectAt(meeting, 'metadata')),
      };
    case 'user-joined':
      return {
        id: 'user-joined',
        ...inMeeting,
        user: readUser(user),
        userdata: textsOf(objectAt(user, 'userdata')),
      };
    case 'user-left':
      return { id: 'user-left', ...inMeeting, user: readUser(user) };
    default:
      return { id, ...inMeeting };
  }
}

function readUser(user: Record<string, unknown>): EventUser {
  const internalUserID = textAt(user, 'internal-user-id');
  if (internalUserID === '') throw new HookBodyError('an event of a person does not say whose');
  const role = textAt(user, 'role').toUpperCase();
  return {
    internalUserID,
    userID: textAt(user, 'external-user-id'),
    name: textAt(user, 'name') || null,
    role: role === 'MODERATOR' || role === 'VIEWER' ? role : null,
    // Older bbb-webhooks send the text "true".
    presenter: user.presenter === true || textAt(user, 'presenter').toLowerCase() === 'true',
  };
}

function objectAt(from: unknown, key: string): Record<string, unknown> {
  const value = isRecord(from) ? from[key] : undefined;
  return isRecord(value) ? value : {};
}

function textAt(from: Record<string, unknown>, key: string): string {
  const value = from[key];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function textsOf(from: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.keys(from).map((key) => [key, textAt(from, key)]));
}

function numberOrNull(value: unknown): number | null {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
