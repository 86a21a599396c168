import type { GuestPolicy } from '@koinon/bbb-api';

/** What `create` said of a meeting. Minutes of 0 switch a limit off. */
export interface MeetingSettings {
  externalId: string;
  internalId: string;
  name: string;
  /** Milliseconds since 1970. */
  createTime: number;
  attendeePassword: string;
  moderatorPassword: string;
  voiceBridge: string;
  dialNumber: string | null;
  /** 0: as many as come. */
  maxParticipants: number;
  durationMinutes: number;
  expireUnjoinedMinutes: number;
  expireEmptyMinutes: number;
  guestPolicy: GuestPolicy;
  /** Plain text. */
  welcome: string | null;
  logoutUrl: string | null;
  logo: string | null;
  /** Fetched once when the meeting is over. */
  meetingEndedUrl: string | null;
  /** Keys lower-case, without `meta_`. */
  metadata: Record<string, string>;
}
