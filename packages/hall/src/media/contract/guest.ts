import type { Source } from '../../protocol/index.ts';
import type { MediaPeer, MediaRoom } from '../engine.ts';
import { StandIn } from './stand-in.ts';
import { until } from './until.ts';

interface Offer {
  sdp: string;
  version: number;
}

/** A stand-in that joined a room. It answers offers by itself unless told to hold back. */
export class Guest {
  readonly offers: Offer[] = [];
  failures = 0;
  answers = true;
  peer: MediaPeer | null = null;
  browser: StandIn;
  readonly id: string;

  private constructor(id: string, browser: StandIn) {
    this.id = id;
    this.browser = browser;
  }

  static async join(
    room: MediaRoom,
    id: string,
    grants: Source[] = ['mic', 'camera', 'screen'],
  ): Promise<Guest> {
    const guest = new Guest(id, new StandIn());
    guest.peer = await room.join(id, grants, {
      onOffer: (sdp, version, tracks) => {
        guest.offers.push({ sdp, version });
        const answer = guest.browser.answerTo(sdp, tracks);
        if (guest.answers) guest.joined.accept(answer, version).catch(() => {});
      },
      onFailed: () => {
        guest.failures++;
      },
    });
    return guest;
  }

  get joined(): MediaPeer {
    if (!this.peer) throw new Error(`${this.id} has not joined`);
    return this.peer;
  }

  /** Sends exactly these sources from now on. */
  async publish(...sources: Source[]): Promise<void> {
    const { sdp, tracks } = this.browser.offerOf(...sources);
    this.browser.takeAnswer(await this.joined.publish(sdp, tracks));
  }

  /** New transports on both sides, as after a lost connection. */
  async renew(): Promise<void> {
    this.browser.close();
    this.browser = new StandIn();
    await this.joined.renew();
  }

  /** Resolves when exactly these are received, each as `person:source`. */
  async receives(...expected: string[]): Promise<void> {
    const names = (): string[] =>
      this.browser.tracks.map(({ publication }) => `${publication.person}:${publication.source}`).sort();
    await until(() => names().join() === [...expected].sort().join());
  }

  async leave(): Promise<void> {
    await this.peer?.close();
    this.browser.close();
  }
}
