/** The events that tell who was where and when. */
export const attendanceEvents = ['meeting-created', 'meeting-ended', 'user-joined', 'user-left'] as const;
export type AttendanceEventId = (typeof attendanceEvents)[number];

interface InMeeting {
  internalMeetingID: string;
  /** The front end's ID; empty when the server forgot it. */
  meetingID: string;
  /** When it happened, by the server's clock: milliseconds since 1970, or null when it does not say. */
  at: number | null;
}

/** The person of an event. */
export interface EventUser {
  internalUserID: string;
  /** The front end's ID; empty when the server forgot it. */
  userID: string;
  name: string | null;
  role: 'MODERATOR' | 'VIEWER' | null;
  presenter: boolean;
}

/** One event of a webhook, without the parts that only BigBlueButton has a use for. */
export type HookEvent =
  | (InMeeting & {
      id: 'meeting-created';
      name: string;
      createTime: number;
      metadata: Record<string, string>;
    })
  | (InMeeting & { id: 'meeting-ended' })
  | (InMeeting & { id: 'user-joined'; user: EventUser; userdata: Record<string, string> })
  | (InMeeting & { id: 'user-left'; user: EventUser });

/** An event that this reader does not know by heart: cameras, chat, polls, recordings. */
export interface OtherHookEvent extends InMeeting {
  id: string;
}
