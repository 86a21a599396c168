import { createHash } from 'node:crypto';

/** The four hashes that BigBlueButton knows; it tells them apart by the length of the checksum. */
export type ChecksumAlgorithm = 'sha1' | 'sha256' | 'sha384' | 'sha512';

const algorithmByLength: Readonly<Record<number, ChecksumAlgorithm>> = {
  40: 'sha1',
  64: 'sha256',
  96: 'sha384',
  128: 'sha512',
};

/** Which algorithm made a checksum of this form, or null when none did. */
export function algorithmOf(checksum: string): ChecksumAlgorithm | null {
  if (!/^[0-9a-f]+$/i.test(checksum)) return null;
  return algorithmByLength[checksum.length] ?? null;
}

/**
 * The checksum of one call: hex(H(callName + queryString + secret)).
 * `queryString` is the exact text that will stand after `?`, without the checksum; it is never encoded again.
 *
 * @see https://docs.bigbluebutton.org/development/api#usage
 */
export function sign(
  callName: string,
  queryString: string,
  secret: string,
  algorithm: ChecksumAlgorithm = 'sha256',
): string {
  return createHash(algorithm)
    .update(callName + queryString + secret)
    .digest('hex');
}

/** BigBlueButton hashes the query string as it came, but without control characters and outer spaces. */
export function sanitizeQueryString(queryString: string): string {
  return sanitizeText(queryString);
}

/** Removes control characters (Unicode class Cc) and outer white space, as BigBlueButton does with each value. */
export function sanitizeText(text: string): string {
  return text.replace(/\p{Cc}/gu, '').trim();
}

/**
 * The query string that was signed: every textual occurrence of the checksum is taken out, in BigBlueButton's order.
 * Callers read their parameters from the result, never from the original: in the original, a second
 * copy of the checksum can split a parameter's name in two (`guchecksum=X&est=true`) and so hide it,
 * while the hash still fits.
 */
export function withoutChecksum(queryString: string, checksum: string): string {
  return queryString
    .replaceAll(`&checksum=${checksum}`, '')
    .replaceAll(`checksum=${checksum}&`, '')
    .replaceAll(`checksum=${checksum}`, '');
}
