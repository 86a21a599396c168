import { resolve } from 'node:path';
import { CannotStart } from '@koinon/running';
import { addressesOf, type Program } from './addresses.ts';
import { checkTogether } from './check.ts';
import type { IceServer } from './ice-servers.ts';
import { isLoopback } from './loopback.ts';
import { readGiven, unknownNames } from './read.ts';
import type { Given } from './table.ts';
import { warningsOf } from './warnings.ts';

const MEDIA_PORT = 20_000;

export type LogLevel = NonNullable<Given['KOINON_LOG']>;

interface Door {
  host: string;
  port: number;
  url: URL;
  tls: { cert: string; key: string } | null;
  trustProxy: string[];
  /** Where the source code can be had; null: pages do not say. */
  sourceUrl: string | null;
  /** Given by a setting; null when it is to be generated and kept in the data folder. */
  secret: string | null;
}

/** What the environment asks for, complete. */
export interface Settings {
  dataDir: string;
  log: LogLevel;
  hub: Door & {
    databaseUrl: string | null;
    smtp: string | null;
    mailFrom: string;
    allowOutbound: string[];
  };
  hall: Door & {
    media: { host: string; port: number; announced: string | null; iceServers: IceServer[] };
  };
  /** Sentences to show before anything starts. */
  warnings: string[];
}

/**
 * Reads, checks and completes the settings of a program.
 * @throws CannotStart with every wrong setting in a sentence of its own
 */
export function readSettings(program: Program, env: NodeJS.ProcessEnv = process.env): Settings {
  const given = readGiven(env);
  const complaints: string[] = [];
  const addresses = addressesOf(given, (sentence) => complaints.push(sentence));
  checkTogether(given, addresses, program, (sentence) => complaints.push(sentence));
  if (complaints.length > 0) {
    throw new CannotStart(complaints.join('\n'), 'docs/settings.md lists every setting.', { settings: true });
  }
  const shared = {
    tls: tlsOf(given),
    trustProxy: given.KOINON_TRUST_PROXY ?? [],
    sourceUrl: given.KOINON_SOURCE_URL ?? null,
  };
  return {
    dataDir: given.KOINON_DATA ?? resolve('data'),
    log: given.KOINON_LOG ?? (program === 'together' ? 'warn' : 'info'),
    hub: {
      ...addresses.hub,
      ...shared,
      secret: given.KOINON_SECRET ?? null,
      databaseUrl: given.DATABASE_URL ?? null,
      smtp: given.KOINON_SMTP_URL ?? null,
      mailFrom: given.KOINON_MAIL_FROM ?? `Koinon <no-reply@${addresses.hub.url.hostname}>`,
      allowOutbound: given.KOINON_ALLOW_OUTBOUND ?? demoOutbound(program, addresses.hub.url),
    },
    hall: {
      ...addresses.hall,
      ...shared,
      secret: given.KOINON_HALL_SECRET ?? null,
      media: {
        host: given.KOINON_MEDIA_HOST ?? mediaHostFor(addresses.hall.url),
        port: given.KOINON_MEDIA_PORT ?? MEDIA_PORT,
        announced: given.KOINON_MEDIA_ANNOUNCED ?? null,
        iceServers: given.KOINON_ICE_SERVERS ?? [],
      },
    },
    warnings: [
      ...unknownNames(env).map((name) => `${name} is no setting; look for a slip in docs/settings.md.`),
      ...warningsOf(given, addresses, program),
    ],
  };
}

function tlsOf(given: Given): Settings['hub']['tls'] {
  const { KOINON_CERT: cert, KOINON_KEY: key } = given;
  return cert === undefined || key === undefined ? null : { cert, key };
}

/** A browser sends from the address of its network card; to loopback that arrives on Linux, elsewhere nobody promises it. */
function mediaHostFor(hall: URL): string {
  return isLoopback(hall) && process.platform === 'linux' ? '127.0.0.1' : '0.0.0.0';
}

/** The demo's hall is on this machine, and so is a second one that somebody attaches to try it. */
function demoOutbound(program: Program, hub: URL): string[] {
  if (program !== 'together') return [];
  return isLoopback(hub) ? ['127.0.0.0/8', '::1/128'] : ['127.0.0.1/32'];
}
