import type { OfferedTrack, Source } from '../../protocol/index.ts';
import { MediaRefused, type PeerEvents } from '../engine.ts';
import { patience } from './limits.ts';
import type { Publication } from './publication.ts';
import { Publisher, type PublisherEvents } from './publisher.ts';
import type { Site } from './site.ts';
import { Subscriber } from './subscriber.ts';

export interface PeerSurroundings extends Pick<PublisherEvents, 'onPublished' | 'onUnpublished' | 'onLevel'> {
  site: Site;
  /** What the others publish now. */
  others(): Publication[];
}

/** One person in a room: what they send and what they are sent. */
export class Peer {
  private publisher: Publisher;
  private subscriber: Subscriber;
  /** Since when the transports are over and not renewed. */
  private overMs: number | null = null;
  private told = false;

  readonly person: string;
  private readonly grants: readonly Source[];
  private readonly around: PeerSurroundings;
  private readonly events: PeerEvents;

  constructor(person: string, grants: readonly Source[], around: PeerSurroundings, events: PeerEvents) {
    this.person = person;
    this.grants = grants;
    this.around = around;
    this.events = events;
    this.publisher = this.makePublisher();
    this.subscriber = this.makeSubscriber(0);
  }

  publish(sdp: string, tracks: readonly OfferedTrack[]): string {
    if (this.overMs !== null) throw new MediaRefused('the transports are over: renew');
    return this.publisher.publish(sdp, tracks);
  }

  accept(sdp: string, version: number): void {
    if (this.overMs !== null) throw new MediaRefused('the transports are over: renew');
    this.subscriber.accept(sdp, version);
  }

  renew(): void {
    this.close();
    this.overMs = null;
    this.told = false;
    this.publisher = this.makePublisher();
    this.subscriber = this.makeSubscriber(this.subscriber.lastVersion);
  }

  subscribe(publication: Publication): void {
    if (this.overMs === null) this.subscriber.add(publication);
  }

  unsubscribe(publication: Publication): void {
    this.subscriber.remove(publication);
  }

  tick(nowMs: number): void {
    this.publisher.tick(nowMs);
  }

  tellArrivals(): void {
    this.publisher.tellArrivals();
  }

  everySecond(nowMs: number, cameras: number): void {
    if (this.overMs === null) {
      this.publisher.report(nowMs, cameras);
      this.subscriber.watch(nowMs);
    } else if (nowMs - this.overMs > patience.silenceMs) {
      this.tell();
    }
  }

  close(): void {
    this.publisher.close();
    this.subscriber.close();
  }

  private makePublisher(): Publisher {
    const { site, onPublished, onUnpublished, onLevel } = this.around;
    const events = { onPublished, onUnpublished, onLevel, ...this.ends() };
    return new Publisher(this.person, this.grants, site, events);
  }

  private makeSubscriber(version: number): Subscriber {
    const { onOffer } = this.events;
    const subscriber = new Subscriber(this.person, this.around.site, version, { onOffer, ...this.ends() });
    for (const publication of this.around.others()) subscriber.add(publication);
    return subscriber;
  }

  /**
   * One transport that ends is enough to renew both; until then nobody is shown a frozen picture. A browser that closed
   * it is about to renew or to leave, and is told only when it does neither.
   */
  private ends(): { onFailed(): void; onGone(): void } {
    return {
      onFailed: () => {
        this.end();
        this.tell();
      },
      onGone: () => this.end(),
    };
  }

  private end(): void {
    if (this.overMs !== null) return;
    this.overMs = this.around.site.now();
    this.close();
  }

  private tell(): void {
    if (this.told) return;
    this.told = true;
    this.events.onFailed();
  }
}
