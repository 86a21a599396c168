import { type CallbackSubject, callbackToken, isCallbackToken } from './callback-token.ts';

/** The addresses that engines call back, and the proofs in them. */
export interface CallbackAddresses {
  /** Where joins, leaves and the end are told; each delivery is signed with the server's secret. */
  events(houseId: string, meetingId: string): string;
  /** Where the end is told, by whoever has this address. */
  ended(houseId: string, subject: CallbackSubject): string;
  isEndToken(subject: CallbackSubject, token: string): boolean;
}

/** @param base the hub's address as servers reach it; @param key derived for this use alone */
export function callbackAddresses(base: URL, key: Uint8Array): CallbackAddresses {
  const at = (path: string) =>
    new URL(`${base.pathname.replace(/\/$/, '')}/api/callbacks/${path}`, base).href;
  return {
    events: (houseId, meetingId) => at(`${houseId}/${meetingId}/events`),
    ended: (houseId, subject) =>
      at(`${houseId}/${subject.meetingId}/ended?token=${callbackToken(key, subject)}`),
    isEndToken: (subject, token) => isCallbackToken(key, subject, token),
  };
}
