import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import type { MediaEngine } from './media/engine.ts';
import type { MeetingView } from './protocol/index.ts';

export interface HallOptions {
  host: string;
  /** 0: any free one. */
  port: number;
  /** The address that browsers use. Where its port is 0 or absent and it names this machine, the real port is put in. */
  url: URL;
  /** Journals, hooks and the lock: of this hall alone. */
  dataDir: string;
  /** Of the BigBlueButton API. */
  secret: string;
  /** Paths of PEM files. */
  tls: { cert: string; key: string } | null;
  /** Addresses or CIDRs of proxies whose `X-Forwarded-*` headers count. */
  trustProxy: string[];
  media: MediaSettings;
  /** Where the source code can be had: a link at the door of meetings. */
  sourceUrl?: string | null;
  /** The folder of the built meeting page; a promise is awaited before the hall listens. */
  webRoot: string | Promise<string>;
  clock?: Clock;
  log?: Logger;
  /** In place of the embedded engine. */
  engine?: MediaEngine;
}

export interface MediaSettings {
  /** Address to bind. */
  host: string;
  /** UDP; 0: any free one. */
  port: number;
  /** The address that browsers are told, where it differs from the bound one. */
  announced: string | null;
  iceServers: MeetingView['iceServers'];
}

export interface Hall {
  url: URL;
  port: number;
  /** `http://host:port/bigbluebutton/api`, for servers. */
  api: string;
  close(): Promise<void>;
}
