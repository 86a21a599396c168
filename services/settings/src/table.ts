import type { z } from 'zod';
import { iceServers } from './ice-servers.ts';
import * as kinds from './kinds.ts';

/** One line of the table in docs/settings.md, and the check that a value must pass. */
interface Setting<Schema extends z.ZodType> {
  /** What the value must look like; its description says so to people. */
  schema: Schema;
  /** What the setting decides. */
  about: string;
  /** What holds without it, for people. */
  otherwise: string;
}

function setting<Schema extends z.ZodType>(
  schema: Schema,
  about: string,
  otherwise: string,
): Setting<Schema> {
  return { schema, about, otherwise };
}

/** Every setting there is, in the order of the documentation. */
export const table = {
  KOINON_URL: setting(
    kinds.webAddress,
    'The address that people use for the hub. Mailed links are built from it.',
    '`http://127.0.0.1:` and the port',
  ),
  KOINON_PORT: setting(kinds.port, 'TCP port of the hub.', '`8080`'),
  KOINON_HALL_URL: setting(
    kinds.webAddress,
    'The address that browsers use for the hall: another host name than the hub’s.',
    '`http://hall.localhost:` and the port; needed with a public `KOINON_URL`',
  ),
  KOINON_HALL_PORT: setting(kinds.port, 'TCP port of the hall.', 'the hub’s port and one'),
  KOINON_HOST: setting(
    kinds.bindAddress,
    'The address to listen on.',
    '`127.0.0.1` for a loopback `KOINON_URL`, else `0.0.0.0`',
  ),
  KOINON_DATA: setting(
    kinds.folder,
    'The folder that keeps everything: database, secrets, journals.',
    '`./data`',
  ),
  DATABASE_URL: setting(
    kinds.databaseAddress,
    'A PostgreSQL database (15 or later) instead of the built-in one.',
    'the built-in database in `KOINON_DATA`',
  ),
  KOINON_SECRET: setting(
    kinds.secret,
    'The hub’s secret; keys for what is encrypted at rest are made from it.',
    'generated once and kept in `KOINON_DATA/secret`',
  ),
  KOINON_HALL_SECRET: setting(
    kinds.secret,
    'The secret that BigBlueButton front ends and hubs share with the hall.',
    'generated once and kept in `KOINON_DATA/hall/secret`',
  ),
  KOINON_CERT: setting(
    kinds.file,
    'Certificate (PEM, with its chain) for HTTPS without a proxy; it must name the hub’s and the hall’s host.',
    'no HTTPS of its own',
  ),
  KOINON_KEY: setting(kinds.file, 'Private key (PEM) of that certificate.', 'no HTTPS of its own'),
  KOINON_TRUST_PROXY: setting(
    kinds.networks,
    'Proxies whose word on the caller’s address and on HTTPS is taken.',
    'nobody’s word is taken',
  ),
  KOINON_SMTP_URL: setting(
    kinds.smtpAddress,
    'The mail server that sends sign-in links.',
    'the demo shows mail on its outbox page; a hub alone needs it',
  ),
  KOINON_MAIL_FROM: setting(
    kinds.mailbox,
    'The sender of mail.',
    '`Koinon <no-reply@` and the hub’s host `>`',
  ),
  KOINON_MEDIA_PORT: setting(kinds.port, 'UDP port for sound and pictures.', '`20000`'),
  KOINON_MEDIA_HOST: setting(
    kinds.ipAddress,
    'The address that the UDP port is bound to.',
    '`127.0.0.1` for a loopback hall on Linux, else `0.0.0.0`',
  ),
  KOINON_MEDIA_ANNOUNCED: setting(
    kinds.ipAddress,
    'The public address that browsers send media to, when the machine itself has another (NAT).',
    'the machine’s own addresses',
  ),
  KOINON_ICE_SERVERS: setting(iceServers, 'STUN and TURN servers that browsers may use.', 'none'),
  KOINON_ALLOW_OUTBOUND: setting(
    kinds.destinations,
    'Addresses that the hub may call besides public ones, for servers in your own network.',
    'none; the demo may call this machine',
  ),
  KOINON_SOURCE_URL: setting(
    kinds.pageAddress,
    'Where the source code of what runs here can be had. Pages link to it; the licence asks for that when you changed the code.',
    'no link',
  ),
  KOINON_LOG: setting(
    kinds.logLevel,
    'How much is logged, to standard output.',
    '`info`; in the demo `warn`',
  ),
} as const;

export type SettingName = keyof typeof table;

/** What the environment said, checked; `undefined` where it said nothing. */
export type Given = { [Name in SettingName]: z.output<(typeof table)[Name]['schema']> | undefined };
