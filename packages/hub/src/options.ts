import type { Logger } from 'pino';
import type { Clock } from './clock/index.ts';

/** All that a hub is told from outside. The environment is read elsewhere. */
export interface HubOptions {
  host: string;
  /** 0 takes any free one. */
  port: number;
  /**
   * The address people use; links in mails are built from it. Where it has no port and names this machine, the
   * real port is put in once the hub listens.
   */
  url: URL;
  /** Where PGlite keeps its files, in `pglite/`. */
  dataDir: string;
  /** Address of the PostgreSQL user who owns the tables; null for PGlite. */
  databaseUrl: string | null;
  /** At least 32 characters. All keys are derived from it. */
  secret: string;
  /** Paths of files. */
  tls: { cert: string; key: string } | null;
  /** Addresses and ranges of proxies whose forwarding headers are believed. */
  trustProxy: string[];
  /** Address of the mail server; null keeps mails in the outbox. */
  smtp: string | null;
  mailFrom: string;
  /** Opens the outbox page. */
  demo: boolean;
  /** Addresses, ranges and hosts that servers may have besides public addresses. */
  allowOutbound: string[];
  /** Where the source code can be had: a link at the foot of every page. */
  sourceUrl?: string | null;
  /** The folder of the built pages; may still be in the making. */
  webRoot: string | Promise<string>;
  clock?: Clock;
  log?: Logger;
}
