import { randomInt } from 'node:crypto';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Random lower-case letters and digits, as BigBlueButton makes its tokens (about 5.2 bits each). */
export function randomToken(length: number): string {
  let token = '';
  while (token.length < length) token += LETTERS[randomInt(LETTERS.length)];
  return token;
}

/** The internal id of one seat in one meeting; `w_` says that it joins by the web. */
export const newUserId = (): string => `w_${randomToken(12)}`;

/** Shown by the browser to take the seat: about 83 bits, so not to be guessed. */
export const newSessionToken = (): string => randomToken(16);
