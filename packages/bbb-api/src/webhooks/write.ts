import { createDate } from '../calls/identifiers.ts';
import type { EventUser, HookEvent } from './event.ts';

/** What meeting-created tells of a meeting beyond the event itself. */
export interface CreatedMeeting {
  duration: number;
  moderatorPW: string | null;
  attendeePW: string | null;
  record: boolean;
  voiceBridge: string;
  dialNumber: string;
  maxUsers: number;
}

/** One event in the JSON that bbb-webhooks sends. `created` fills the rest of meeting-created. */
export function writeHookEvent(event: HookEvent, created?: CreatedMeeting): unknown {
  const meeting = { 'internal-meeting-id': event.internalMeetingID, 'external-meeting-id': event.meetingID };
  return {
    data: {
      type: 'event',
      id: event.id,
      attributes: attributesOf(event, meeting, created),
      event: { ts: event.at ?? 0 },
    },
  };
}

/** The form that is posted to a webhook, keys in alphabetical order as bbb-webhooks has them. */
export function writeHookBody(delivery: {
  domain: string;
  events: readonly unknown[];
  timestamp: number;
}): string {
  return new URLSearchParams({
    domain: delivery.domain,
    event: JSON.stringify(delivery.events),
    timestamp: String(delivery.timestamp),
  }).toString();
}

function attributesOf(
  event: HookEvent,
  meeting: Record<string, string>,
  created: CreatedMeeting | undefined,
): unknown {
  switch (event.id) {
    case 'meeting-created':
      return { meeting: { ...meeting, ...createdAttributes(event, created) } };
    case 'meeting-ended':
      return { meeting };
    case 'user-joined':
      return { meeting, user: { ...userAttributes(event.user), userdata: event.userdata } };
    case 'user-left':
      return { meeting, user: userAttributes(event.user) };
  }
}

function createdAttributes(
  event: Extract<HookEvent, { id: 'meeting-created' }>,
  created: CreatedMeeting | undefined,
): Record<string, unknown> {
  return {
    name: event.name,
    'is-breakout': false,
    'parent-id': 'bbb-none',
    duration: created?.duration ?? 0,
    'create-time': event.createTime,
    'create-date': createDate(event.createTime),
    'moderator-pass': created?.moderatorPW ?? '',
    'viewer-pass': created?.attendeePW ?? '',
    record: created?.record ?? false,
    'voice-conf': created?.voiceBridge ?? '',
    'dial-number': created?.dialNumber ?? '',
    'max-users': created?.maxUsers ?? 0,
    metadata: event.metadata,
  };
}

function userAttributes(user: EventUser): Record<string, unknown> {
  return {
    'internal-user-id': user.internalUserID,
    'external-user-id': user.userID,
    ...(user.name === null ? {} : { name: user.name }),
    ...(user.role === null ? {} : { role: user.role, presenter: user.presenter }),
  };
}
