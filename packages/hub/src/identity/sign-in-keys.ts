import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { deriveKey } from '../sealing/index.ts';

/**
 * Code and link of a sign-in follow from its id and the hub's secret. So the database holds neither of them nor anything
 * that could be guessed from, and a mail that must be sent twice says the same both times.
 */
export interface SignInKeys {
  /** Six digits. */
  codeOf(signInId: string): string;
  isCode(signInId: string, typed: string): boolean;
  /** 64 letters and digits of base64url: the id, and 256 bits that only the mail knows. */
  linkToken(signInId: string): string;
  /** The sign-in that a token was mailed for; null when it was mailed for none. */
  readLinkToken(token: string): string | null;
}

export function createSignInKeys(secret: string): SignInKeys {
  const key = deriveKey(secret, 'sign-in');
  const mac = (purpose: string, id: string) => createHmac('sha256', key).update(`${purpose} ${id}`).digest();
  const codeOf = (id: string) => {
    // 48 bits to a million: no code is likelier than another by more than one in 10^8.
    const number = mac('code', id).readUIntBE(0, 6) % 1_000_000;
    return String(number).padStart(6, '0');
  };
  return {
    codeOf,
    isCode: (id, typed) => isSame(codeOf(id), typed),
    linkToken: (id) => Buffer.concat([bytesOf(id), mac('link', id)]).toString('base64url'),
    readLinkToken(token) {
      const bytes = Buffer.from(token, 'base64url');
      if (bytes.length !== 48 || bytes.toString('base64url') !== token) return null;
      const id = idOf(bytes.subarray(0, 16));
      return timingSafeEqual(bytes.subarray(16), mac('link', id)) ? id : null;
    },
  };
}

/** What the database keeps of a token that a browser holds: enough to know it again. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

function isSame(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');

function idOf(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
