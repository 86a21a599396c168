import { timingSafeEqual } from 'node:crypto';
import { algorithmOf, sanitizeQueryString, sign, withoutChecksum } from './checksum.ts';
import { ChecksumMismatchError, ChecksumMissingError } from './errors.ts';

/** A call as it came over HTTP, before anything was decoded. */
export interface SignedCall {
  /** `create`, `join`, `hooks/create` ... as it stands in the address after `/api/`. */
  callName: string;
  /** The text after `?` of the address, raw; empty when there is none. */
  queryString: string;
  /** The body of an `application/x-www-form-urlencoded` POST, raw; absent for every other call. */
  form?: string | null | undefined;
}

export interface VerifiedCall {
  /** Every parameter but the checksum. */
  parameters: URLSearchParams;
  /** Which of the given secrets signed the call. */
  secretIndex: number;
}

/**
 * Checks a call's checksum against every accepted secret and gives its parameters.
 * Only the address is hashed: when everything including the checksum came in a form, the hashed text is empty.
 *
 * @throws {ChecksumMissingError} no checksum, or an empty one
 * @throws {ChecksumMismatchError} no secret fits, or a parameter stands both in the address and in the form
 */
export function verify(call: SignedCall, secrets: readonly string[]): VerifiedCall {
  const raw = sanitizeQueryString(call.queryString);
  const inForm = new URLSearchParams(call.form ?? '');
  const checksum = onlyChecksum(new URLSearchParams(raw), inForm);

  const signed = withoutChecksum(raw, checksum);
  const secretIndex = matchingSecret(call.callName, signed, checksum, secrets);
  if (secretIndex === -1) throw new ChecksumMismatchError();

  const parameters = new URLSearchParams(signed);
  for (const name of inForm.keys()) {
    if (parameters.has(name)) throw new ChecksumMismatchError();
  }
  for (const [name, value] of inForm) parameters.append(name, value);
  parameters.delete('checksum');
  return { parameters, secretIndex };
}

function onlyChecksum(inAddress: URLSearchParams, inForm: URLSearchParams): string {
  if (inAddress.has('checksum') && inForm.has('checksum')) throw new ChecksumMismatchError();
  const checksum = inAddress.get('checksum') ?? inForm.get('checksum');
  if (checksum === null || checksum === '') throw new ChecksumMissingError();
  return checksum;
}

function matchingSecret(
  callName: string,
  signed: string,
  checksum: string,
  secrets: readonly string[],
): number {
  const algorithm = algorithmOf(checksum);
  if (algorithm === null) return -1;
  return secrets.findIndex(
    (secret) => secret !== '' && sameChecksum(sign(callName, signed, secret, algorithm), checksum),
  );
}

/** Compares two checksums of the same length in constant time, without regard to upper and lower case. */
export function sameChecksum(expected: string, given: string): boolean {
  const a = Buffer.from(expected.toLowerCase());
  const b = Buffer.from(given.toLowerCase());
  return a.length === b.length && timingSafeEqual(a, b);
}
