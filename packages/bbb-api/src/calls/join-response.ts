import type { BbbError } from '../errors.ts';
import { messageElements, type ResponseMessage, readMessage, writeSuccess } from '../response.ts';
import { text } from '../xml/fields.ts';
import type { XmlElement } from '../xml/read.ts';
import { element } from '../xml/write.ts';
import type { GuestStatus } from './join-rules.ts';

/** What `join` with `redirect=false` answers. */
export interface JoinResponse {
  message: ResponseMessage | null;
  /** The internal meeting ID. */
  meetingId: string;
  userId: string;
  authToken: string;
  sessionToken: string;
  guestStatus: GuestStatus;
  url: string;
}

export const successfullyJoined: ResponseMessage = {
  key: 'successfullyJoined',
  message: 'You have joined successfully.',
};
export const guestWait: ResponseMessage = {
  key: 'guestWait',
  message: 'Guest waiting for approval to join meeting.',
};

export function writeJoinResponse(response: JoinResponse): string {
  return writeSuccess([
    ...messageElements(response.message),
    element('meeting_id', response.meetingId),
    element('user_id', response.userId),
    element('auth_token', response.authToken),
    element('session_token', response.sessionToken),
    element('guestStatus', response.guestStatus),
    element('url', response.url),
  ]);
}

export function readJoinResponse(root: XmlElement): JoinResponse {
  const status = text(root, 'guestStatus').trim();
  return {
    message: readMessage(root),
    meetingId: text(root, 'meeting_id'),
    userId: text(root, 'user_id'),
    authToken: text(root, 'auth_token'),
    sessionToken: text(root, 'session_token'),
    guestStatus: status === 'WAIT' || status === 'DENY' ? status : 'ALLOW',
    url: text(root, 'url'),
  };
}

/** Where a refused `join` with redirection leads: the front end's page with `errors=[{"key":..,"message":..}]`. */
export function joinErrorLocation(page: string, error: Pick<BbbError, 'messageKey' | 'message'>): string {
  const url = new URL(page);
  url.searchParams.append('errors', JSON.stringify([{ key: error.messageKey, message: error.message }]));
  return url.href;
}
