import {
  type CreatedMeeting,
  type EventUser,
  type HookEvent,
  writeHookBody,
  writeHookEvent,
} from '@koinon/bbb-api';

/** Something that hooks are told. Told again after a restart it is the same to the last byte. */
export type Notice = NoticeBase &
  (
    | { name: 'meeting-created' | 'meeting-ended'; user?: undefined }
    | { name: 'user-joined' | 'user-left'; user: NoticeUser }
  );

interface NoticeBase {
  /** Unlike any other notice's, and the same after a restart. */
  id: string;
  /** When it happened: milliseconds since 1970. */
  atMs: number;
  /** When the hall came to know: later than `atMs` for somebody whose connection was lost. */
  recordedAtMs: number;
  meeting: NoticeMeeting;
}

interface NoticeMeeting extends Partial<CreatedMeeting> {
  internalId: string;
  externalId: string;
  name: string;
  createTimeMs: number;
  metadata: Record<string, string>;
}

interface NoticeUser {
  internalId: string;
  externalId: string;
  name: string;
  role: 'MODERATOR' | 'VIEWER';
  userdata?: Record<string, string> | undefined;
}

/** The form that a hook gets. */
export function noticeForm(notice: Notice, domain: string): string {
  const event = writeHookEvent(eventOf(notice), createdOf(notice.meeting));
  return writeHookBody({ domain, events: [event], timestamp: notice.atMs });
}

function eventOf(notice: Notice): HookEvent {
  const { meeting } = notice;
  const base = { internalMeetingID: meeting.internalId, meetingID: meeting.externalId, at: notice.atMs };
  switch (notice.name) {
    case 'meeting-created':
      return {
        ...base,
        id: notice.name,
        name: meeting.name,
        createTime: meeting.createTimeMs,
        metadata: meeting.metadata,
      };
    case 'meeting-ended':
      return { ...base, id: notice.name };
    case 'user-joined':
      return { ...base, id: notice.name, user: userOf(notice.user), userdata: notice.user.userdata ?? {} };
    case 'user-left':
      return { ...base, id: notice.name, user: userOf(notice.user) };
  }
}

function userOf(user: NoticeUser): EventUser {
  return {
    internalUserID: user.internalId,
    userID: user.externalId,
    name: user.name,
    role: user.role,
    presenter: false,
  };
}

function createdOf(meeting: NoticeMeeting): CreatedMeeting {
  return {
    duration: meeting.duration ?? 0,
    moderatorPW: meeting.moderatorPW ?? null,
    attendeePW: meeting.attendeePW ?? null,
    record: meeting.record ?? false,
    voiceBridge: meeting.voiceBridge ?? '',
    dialNumber: meeting.dialNumber ?? '',
    maxUsers: meeting.maxUsers ?? 0,
  };
}
