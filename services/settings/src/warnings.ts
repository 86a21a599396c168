import { type Addresses, isBareIp, type Program, sameName } from './addresses.ts';
import { isLoopback } from './loopback.ts';
import type { Given } from './table.ts';

/** What works and should still be told, one sentence each. */
export function warningsOf(given: Given, { hub, hall }: Addresses, program: Program): string[] {
  const all: string[] = [];
  const isPublic = program !== 'hall' && !isLoopback(hub.url);
  if (isPublic && program === 'together') {
    all.push(
      `This is the demo, on a public address (${hub.url.origin}): everybody who reaches it can read the outbox page and sign in as anybody. Never use it for real people; docs/deploy.md says how to run a hub.`,
    );
  }
  if (isPublic && given.DATABASE_URL === undefined) {
    all.push(
      'The built-in database serves a public address: it can lose the last seconds when the power fails. Use PostgreSQL (DATABASE_URL) for real people.',
    );
  }
  for (const url of program === 'hub' ? [hub.url] : program === 'hall' ? [hall.url] : [hub.url, hall.url]) {
    if (url.protocol === 'http:' && !isLoopback(url)) {
      all.push(
        `${url.origin} is plain HTTP: browsers on other machines give no camera and no microphone there. Set KOINON_CERT and KOINON_KEY, or put a proxy with HTTPS in front.`,
      );
    }
  }
  if (program === 'together' && !isLoopback(hub.url) && isBareIp(hub.url) && sameName(hub.url, hall.url)) {
    all.push(
      'Hub and hall share one host name here, and browsers keep their cookies together. Give the hall a name of its own with KOINON_HALL_URL.',
    );
  }
  return all;
}
