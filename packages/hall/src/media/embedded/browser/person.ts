import type { Browser, Page } from 'playwright-core';
import type { OfferedTrack, ReceivedTrack, Source } from '../../../protocol/index.ts';
import type { MediaEngine, MediaPeer } from '../../engine.ts';

export interface Received {
  id: string;
  person: string;
  source: Source;
  mid: string;
  frames: number;
  width: number;
  packets: number;
  lost: number;
  energy: number;
  nacks: number;
  plis: number;
  retransmitted: number;
  picture: number;
}

export interface Measure {
  received: Received[];
  sent: { kind: string; bytesSent: number; targetBitrate?: number; pliCount?: number; nackCount?: number }[];
  availableBps?: number;
  connection: { pub?: string; sub?: string };
  mediaLines: number;
  errors: string[];
  atMs: number;
}

const sources: Source[] = ['mic', 'camera', 'screen', 'screen-audio'];

/** A person with a browser tab, joined to a room of the engine: the hall's part is played by the test. */
export class BrowserPerson {
  failures = 0;
  private peer: MediaPeer | null = null;
  private readonly engine: MediaEngine;
  private readonly room: string;
  readonly id: string;
  readonly page: Page;

  private constructor(engine: MediaEngine, room: string, id: string, page: Page) {
    this.engine = engine;
    this.room = room;
    this.id = id;
    this.page = page;
  }

  static async arrive(browser: Browser, url: string, engine: MediaEngine, room: string, id: string) {
    const page = await browser.newPage();
    const person = new BrowserPerson(engine, room, id, page);
    await page.exposeFunction('askHall', (method: string, ...rest: never[]) => person.ask(method, rest));
    await page.goto(url);
    await person.join();
    return person;
  }

  /** Starts sending these, all in one offer. */
  async start(...wanted: Source[]): Promise<void> {
    await this.page.evaluate(
      `start(${JSON.stringify(Object.fromEntries(wanted.map((each) => [each, true])))})`,
    );
  }

  async stop(source: Source): Promise<void> {
    await this.page.evaluate(`stop(${JSON.stringify(source)})`);
  }

  async renew(): Promise<void> {
    await this.page.evaluate('renew()');
  }

  measure(): Promise<Measure> {
    return this.page.evaluate('measure()') as Promise<Measure>;
  }

  /** Leaves the room and closes the tab. */
  async leave(): Promise<void> {
    await this.peer?.close();
    await this.page.close();
  }

  private async join(): Promise<void> {
    const room = await this.engine.createRoom(this.room);
    this.peer = await room.join(this.id, sources, {
      onOffer: (sdp, version, tracks) => this.push(sdp, version, tracks),
      onFailed: () => {
        this.failures++;
      },
    });
  }

  private push(sdp: string, version: number, tracks: ReceivedTrack[]): void {
    const call = `onOffer(${JSON.stringify(sdp)}, ${version}, ${JSON.stringify(tracks)})`;
    this.page.evaluate(call).catch(() => {}); // a tab that is closing
  }

  private async ask(method: string, rest: unknown[]): Promise<string | null> {
    if (method === 'publish')
      return (await this.joined()).publish(rest[0] as string, rest[1] as OfferedTrack[]);
    if (method === 'accept') await (await this.joined()).accept(rest[0] as string, rest[1] as number);
    if (method === 'renew') await this.renewed();
    return null;
  }

  private async joined(): Promise<MediaPeer> {
    if (!this.peer) throw new Error('not joined');
    return this.peer;
  }

  /** After an engine was lost, its peers are void and one joins anew; else the same peer gets new transports. */
  private async renewed(): Promise<void> {
    try {
      await (await this.joined()).renew();
    } catch {
      await this.join();
    }
  }
}
