import { existsSync } from 'node:fs';
import { type Addresses, isBareIp, type Program, sameName } from './addresses.ts';
import { isLoopback } from './loopback.ts';
import type { Given } from './table.ts';

type Complain = (sentence: string) => void;

/** What single values cannot show: settings that need or exclude each other. */
export function checkTogether(
  given: Given,
  addresses: Addresses,
  program: Program,
  complain: Complain,
): void {
  checkCertificate(given, complain);
  if (program !== 'hall') checkScheme('KOINON_URL', addresses.hub.url, given, complain);
  if (program !== 'hub') checkScheme('KOINON_HALL_URL', addresses.hall.url, given, complain);
  if (program !== 'hub') checkNames(given, addresses, program, complain);
  if (program === 'hub' && given.KOINON_SMTP_URL === undefined) {
    complain(
      'KOINON_SMTP_URL is missing: without a mail server nobody can sign in at this hub. `npm start` runs a demo that needs none.',
    );
  }
}

function checkCertificate(given: Given, complain: Complain): void {
  const pair = { KOINON_CERT: given.KOINON_CERT, KOINON_KEY: given.KOINON_KEY };
  if ((pair.KOINON_CERT === undefined) !== (pair.KOINON_KEY === undefined)) {
    complain('KOINON_CERT and KOINON_KEY belong together: set both, or neither.');
  }
  for (const [name, path] of Object.entries(pair)) {
    if (path !== undefined && !existsSync(path))
      complain(`${name} names ${path}, and there is no such file.`);
  }
}

function checkScheme(
  name: 'KOINON_URL' | 'KOINON_HALL_URL',
  url: URL,
  given: Given,
  complain: Complain,
): void {
  const own = given.KOINON_CERT !== undefined && given.KOINON_KEY !== undefined;
  if (url.protocol === 'http:' && own) {
    complain(`${name} begins with http:, but a certificate is set; let it begin with https:.`);
  }
  if (url.protocol === 'https:' && !own && given.KOINON_TRUST_PROXY === undefined) {
    complain(
      `${name} begins with https:, but nothing here speaks HTTPS; set KOINON_CERT and KOINON_KEY, or KOINON_TRUST_PROXY to the address of the proxy that does.`,
    );
  }
}

function checkNames(given: Given, { hub, hall }: Addresses, program: Program, complain: Complain): void {
  if (isBareIp(hub.url) || isLoopback(hub.url) || !sameName(hub.url, hall.url)) return;
  if (given.KOINON_HALL_URL === undefined && program === 'together') {
    complain(
      `KOINON_HALL_URL is missing: say under which other host name the hall answers, such as https://hall.${hub.url.hostname}.`,
    );
  } else if (given.KOINON_HALL_URL !== undefined && given.KOINON_URL !== undefined) {
    complain(
      `KOINON_URL and KOINON_HALL_URL have the same host name; give the hall another, such as hall.${hub.url.hostname}.`,
    );
  }
}
