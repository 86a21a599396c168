export type ScriptedVersion = '2.7' | '3.0' | '4.0';

export interface ScriptedUser {
  internalId: string;
  userId: string;
  name: string;
  role: 'MODERATOR' | 'VIEWER';
}

export interface ScriptedMeeting {
  id: string;
  internalId: string;
  name: string;
  createTime: number;
  hasUserJoined: boolean;
  forciblyEnded: boolean;
  guestPolicy: string;
  /** Keys in lower case and without `meta_`, as BigBlueButton keeps them. */
  meta: Record<string, string>;
  users: ScriptedUser[];
  hooks: string[];
}

/** A call as it arrived, for tests that look at the exact words. */
export interface ScriptedCall {
  name: string;
  parameters: URLSearchParams;
}
