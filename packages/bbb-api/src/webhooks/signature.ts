import { createHash } from 'node:crypto';
import { algorithmOf, type ChecksumAlgorithm } from '../checksum.ts';
import { sameChecksum } from '../verify.ts';

/**
 * The checksum of one delivery of a webhook: hex(H(callbackURL + body + secret)).
 *
 * @param callbackURL the address exactly as it was registered, without the checksum
 * @param body the raw form that is posted
 * @see https://docs.bigbluebutton.org/development/webhooks#callback-format
 */
export function signCallback(
  callbackURL: string,
  body: string,
  secret: string,
  algorithm: ChecksumAlgorithm = 'sha256',
): string {
  return createHash(algorithm)
    .update(callbackURL + body + secret)
    .digest('hex');
}

/** The address that a delivery is posted to. */
export function callbackAddress(callbackURL: string, checksum: string): string {
  return `${callbackURL}${new URL(callbackURL).search === '' ? '?' : '&'}checksum=${checksum}`;
}

/** Whether a delivery came from the server that knows the secret. Takes all four algorithms. */
export function isSignedCallback(
  callbackURL: string,
  body: string,
  checksum: string,
  secret: string,
): boolean {
  const algorithm = algorithmOf(checksum);
  if (algorithm === null || secret === '') return false;
  return sameChecksum(signCallback(callbackURL, body, secret, algorithm), checksum);
}
