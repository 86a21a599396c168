import type { OfferedTrack, Source } from '../../protocol/index.ts';
import { MediaRefused, type PeerEvents } from '../engine.ts';
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
  private failed = false;

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
    if (this.failed) throw new MediaRefused('the transports failed: renew');
    return this.publisher.publish(sdp, tracks);
  }

  accept(sdp: string, version: number): void {
    if (this.failed) throw new MediaRefused('the transports failed: renew');
    this.subscriber.accept(sdp, version);
  }

  renew(): void {
    this.close();
    this.failed = false;
    this.publisher = this.makePublisher();
    this.subscriber = this.makeSubscriber(this.subscriber.lastVersion);
  }

  subscribe(publication: Publication): void {
    if (!this.failed) this.subscriber.add(publication);
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
    this.publisher.report(nowMs, cameras);
    this.subscriber.watch(nowMs);
  }

  close(): void {
    this.publisher.close();
    this.subscriber.close();
  }

  private makePublisher(): Publisher {
    const { site, onPublished, onUnpublished, onLevel } = this.around;
    const onFailed = (): void => this.fail();
    return new Publisher(this.person, this.grants, site, { onPublished, onUnpublished, onLevel, onFailed });
  }

  private makeSubscriber(version: number): Subscriber {
    const onFailed = (): void => this.fail();
    const subscriber = new Subscriber(this.person, this.around.site, version, { ...this.events, onFailed });
    for (const publication of this.around.others()) subscriber.add(publication);
    return subscriber;
  }

  /** One failed transport is enough to renew both; until then nobody is shown a frozen picture. */
  private fail(): void {
    if (this.failed) return;
    this.failed = true;
    this.close();
    this.events.onFailed();
  }
}
