import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * What a guest's browser keeps so that it is known again when it comes back: an id of its own, and our mark that
 * we gave it out. It opens nothing; it only spares who was let in once the second wait.
 */
export function guestPass(key: Uint8Array, guestId: string): string {
  return `${guestId}.${mark(key, guestId)}`;
}

/** The id in a pass that we gave out, else null. */
export function readGuestPass(key: Uint8Array, pass: string): string | null {
  const [guestId, given, ...more] = pass.split('.');
  if (guestId === undefined || given === undefined || more.length > 0) return null;
  const expected = Buffer.from(mark(key, guestId));
  const actual = Buffer.from(given);
  return expected.length === actual.length && timingSafeEqual(expected, actual) ? guestId : null;
}

/** What a guest is called in one room's records: the same on return, and different in every room. */
export function guestKeyIn(key: Uint8Array, guestId: string, roomId: string): string {
  return createHmac('sha256', key).update(`guest-in-room\n${roomId}\n${guestId}`).digest('base64url');
}

function mark(key: Uint8Array, guestId: string): string {
  return createHmac('sha256', key).update(`guest-pass\n${guestId}`).digest('base64url');
}
