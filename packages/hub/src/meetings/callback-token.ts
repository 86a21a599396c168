import { createHmac, timingSafeEqual } from 'node:crypto';

/** What an end callback's address proves: that we gave it out, for this meeting on this server. */
export interface CallbackSubject {
  meetingId: string;
  serverId: string;
}

/**
 * The token in the address of a meeting's end callback: BigBlueButton does not sign that call.
 * Bound to the server, so that a server which lost the meeting to another cannot end it there.
 */
export function callbackToken(key: Uint8Array, { meetingId, serverId }: CallbackSubject): string {
  return createHmac('sha256', key).update(`meeting-ended\n${meetingId}\n${serverId}`).digest('base64url');
}

/** Compares in constant time; anything that is no token is simply not right. */
export function isCallbackToken(key: Uint8Array, subject: CallbackSubject, given: string): boolean {
  const expected = Buffer.from(callbackToken(key, subject));
  const actual = Buffer.from(given);
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}
