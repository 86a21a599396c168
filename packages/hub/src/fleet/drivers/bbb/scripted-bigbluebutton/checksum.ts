import { createHash } from 'node:crypto';

const algorithms: Record<number, string> = { 40: 'sha1', 64: 'sha256', 96: 'sha384', 128: 'sha512' };

/** BigBlueButton's check, written a second time on purpose. `only` limits it to one algorithm. */
export function fits(callName: string, query: string, secret: string, only?: string): boolean {
  const given = /(?:^|&)checksum=([^&]*)/.exec(query)?.[1] ?? '';
  const algorithm = algorithms[given.length];
  if (algorithm === undefined || (only !== undefined && algorithm !== only)) return false;
  const signed = query
    .replace(`&checksum=${given}`, '')
    .replace(`checksum=${given}&`, '')
    .replace(`checksum=${given}`, '');
  return hash(algorithm, callName + signed + secret) === given.toLowerCase();
}

export function hash(algorithm: string, text: string): string {
  return createHash(algorithm).update(text).digest('hex');
}
