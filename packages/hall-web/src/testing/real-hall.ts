import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BbbClient, type JoinParameters } from '@koinon/bbb-api';
import { type Hall, startHall } from '@koinon/hall';
import { pino } from 'pino';
import { buildPage } from './build-page.ts';

const SECRET = 'a secret for the tests of the meeting page';
const MEETING = 'circle';

/** A hall with its real engine, the built page and one meeting. It can be closed and started again on its journal. */
export class RealHall {
  readonly #folder: string;
  readonly #webRoot: string;
  #hall: Hall | null = null;
  #port = 0;

  readonly #name: string;

  private constructor(folder: string, webRoot: string, name: string) {
    this.#folder = folder;
    this.#webRoot = webRoot;
    this.#name = name;
  }

  /** @param name the host name by which browsers reach it */
  static async open(name = '127.0.0.1'): Promise<RealHall> {
    const folder = await mkdtemp(join(tmpdir(), 'koinon-hall-web-'));
    const webRoot = join(folder, 'web');
    await buildPage('.', webRoot);
    const hall = new RealHall(folder, webRoot, name);
    await hall.start();
    return hall;
  }

  async start(): Promise<void> {
    this.#port ||= await freePort();
    this.#hall = await startHall({
      host: '127.0.0.1',
      port: this.#port,
      url: new URL(`http://${this.#name}:${this.#port}`),
      dataDir: join(this.#folder, 'hall'),
      secret: SECRET,
      tls: null,
      trustProxy: [],
      media: { host: '127.0.0.1', port: 0, announced: null, iceServers: [] },
      webRoot: this.#webRoot,
      log: pino({ level: 'silent' }),
    });
  }

  async stop(): Promise<void> {
    await this.#hall?.close();
    this.#hall = null;
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }

  get url(): URL {
    if (this.#hall === null) throw new Error('the hall is closed');
    return this.#hall.url;
  }

  /** The process that carries the media, to be killed by a test. */
  async enginePid(): Promise<number> {
    const health: unknown = await (await fetch(new URL('/health', this.url))).json();
    const pid = JSON.stringify(health).match(/"pid":(\d+)/)?.[1];
    if (pid === undefined) throw new Error(`no engine in ${JSON.stringify(health)}`);
    return Number(pid);
  }

  /** Makes the meeting anew; `parameters` are those of `create`. */
  async createMeeting(parameters: Record<string, string> = {}): Promise<string> {
    const meetingID = `${MEETING}-${crypto.randomUUID()}`;
    const created = await this.#client.create({
      meetingID,
      name: 'Cercle du mardi',
      logoutURL: 'http://127.0.0.1:9/r/cercle',
      meta: { 'koinon-brand': '#8d2f63', 'koinon-house': 'La Tisserie' },
      ...parameters,
    });
    if (!created.ok) throw new Error(JSON.stringify(created.error));
    return meetingID;
  }

  joinAddress(meetingID: string, fullName: string, more: Partial<JoinParameters> = {}): string {
    const address = new URL(this.#client.joinUrl({ meetingID, fullName, role: 'MODERATOR', ...more }));
    address.hostname = this.#name;
    return address.href;
  }

  get #client(): BbbClient {
    if (this.#hall === null) throw new Error('the hall is closed');
    return new BbbClient({ api: this.#hall.api, secret: SECRET });
  }
}

/** The hall starts again on the port it had, so it must be known before. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
