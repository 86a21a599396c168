import { MediaRefused, type PeerEvents } from '../engine.ts';
import { limits, patience } from './limits.ts';
import { Liveness } from './liveness.ts';
import type { Publication } from './publication.ts';
import { readRtcp } from './rtcp/blocks.ts';
import { readNack } from './rtcp/nack.ts';
import { readKeyFrameRequests } from './rtcp/pli.ts';
import { isRtcp } from './rtp/header.ts';
import { readSdp } from './sdp/read.ts';
import { writeSdp } from './sdp/write.ts';
import type { Site } from './site.ts';
import { Slots } from './slots.ts';
import { Subscription } from './subscription.ts';
import { Transport } from './transport.ts';

export interface SubscriberEvents extends PeerEvents {
  onGone(): void;
}

/** Even of silence, something is sent more often than this. */
const sendingMs = 2_000;

/** The offer that is out: the next one waits for its answer. */
interface Outstanding {
  version: number;
  subscriptions: Subscription[];
  sinceMs: number;
}

/** All that one browser is sent: one transport, and one offer at a time about what is on it. */
export class Subscriber {
  private readonly transport: Transport;
  private readonly liveness: Liveness;
  private readonly slots = new Slots();
  private readonly bySsrc = new Map<number, Subscription>();
  private outstanding: Outstanding | null = null;
  private accepted = false;
  private stale = false;
  private closed = false;
  private version: number;
  private transportSequence = 0;
  private lastSentMs = Number.NEGATIVE_INFINITY;

  private readonly site: Site;
  private readonly events: SubscriberEvents;

  /** @param version of the last offer that the person was sent, before these transports */
  constructor(person: string, site: Site, version: number, events: SubscriberEvents) {
    this.site = site;
    this.version = version;
    this.events = events;
    this.liveness = new Liveness(() => this.isSending());
    this.transport = new Transport(`subscribe ${person}`, site, {
      onPacket: (packet) => this.packet(packet),
      onOpen: () => this.opened(),
      onFailed: () => events.onFailed(),
      onGone: () => events.onGone(),
    });
  }

  get lastVersion(): number {
    return this.version;
  }

  add(publication: Publication): void {
    const subscription = new Subscription(publication, {
      send: (packet) => this.send(packet),
      nextTransportSequence: () => this.transportSequence++,
    });
    if (!this.slots.fill(subscription, limits.subscriberSlots)) return;
    this.bySsrc.set(subscription.ssrc, subscription);
    publication.receivers.add(subscription);
    this.offerSoon();
  }

  remove(publication: Publication): void {
    const subscription = this.slots.clear(publication);
    if (!subscription) return;
    this.bySsrc.delete(subscription.ssrc);
    publication.receivers.delete(subscription);
    this.offerSoon();
  }

  /** Takes the answer to the offer of that version. Throws MediaRefused, and then nothing has changed. */
  accept(sdp: string, version: number): void {
    const { outstanding } = this;
    if (outstanding?.version !== version) throw new MediaRefused(`no offer of version ${version} is open`);
    const answer = readSdp(sdp, limits.subscriberSlots);
    if (answer.setup !== 'passive') throw new MediaRefused('the answer takes the wrong DTLS role');
    const nowMs = this.site.now();
    if (!this.accepted) {
      this.accepted = true;
      this.transport.connect(answer);
      this.liveness.connecting(nowMs);
    }
    this.outstanding = null;
    for (const subscription of outstanding.subscriptions) this.activate(subscription, nowMs);
    if (this.stale) this.offerSoon();
  }

  /** Every second: looks whether the browser is still there and answers. */
  watch(nowMs: number): void {
    const unanswered = this.outstanding !== null && nowMs - this.outstanding.sinceMs > patience.answerMs;
    if (unanswered || this.liveness.isDead(nowMs)) this.events.onFailed();
  }

  close(): void {
    this.closed = true;
    for (const subscription of this.slots.subscriptions()) {
      subscription.publication.receivers.delete(subscription);
    }
    this.transport.close();
  }

  /** Silence means something only while the browser is being sent what it would report on. */
  private isSending(): boolean {
    return this.site.now() - this.lastSentMs < sendingMs;
  }

  private send(packet: Buffer): void {
    const nowMs = this.site.now();
    if (!this.isSending()) this.liveness.expectAnew(nowMs);
    this.lastSentMs = nowMs;
    this.transport.send(packet);
  }

  private activate(subscription: Subscription, nowMs: number): void {
    if (subscription.active) return;
    subscription.active = true;
    this.liveness.expectAnew(nowMs);
    if (this.transport.isOpen) subscription.publication.requestKeyFrame(nowMs);
  }

  /** What changes together is offered together. */
  private offerSoon(): void {
    if (this.outstanding) {
      this.stale = true;
      return;
    }
    this.stale = false;
    const version = ++this.version;
    this.outstanding = { version, subscriptions: [], sinceMs: this.site.now() };
    setImmediate(() => this.offer(version));
  }

  private offer(version: number): void {
    if (this.closed || this.outstanding?.version !== version) return;
    this.stale = false;
    this.outstanding.subscriptions = this.slots.subscriptions();
    const candidates = this.site.candidates();
    // The active role in DTLS at once: the browser can then decrypt before we send, so that no key frame is lost on it.
    const transport = { ...this.transport.local, setup: 'active' as const };
    const sdp = writeSdp({ version, lite: true, transport, candidates, media: this.slots.write() });
    this.events.onOffer(sdp, version, this.slots.tracks());
  }

  private opened(): void {
    const nowMs = this.site.now();
    this.liveness.opened(nowMs);
    for (const { active, publication } of this.slots.subscriptions()) {
      if (active) publication.requestKeyFrame(nowMs);
    }
  }

  private packet(packet: Buffer): void {
    const nowMs = this.site.now();
    this.liveness.heard(nowMs);
    if (packet.length > limits.packetBytes || !isRtcp(packet)) return;
    for (const block of readRtcp(packet)) {
      for (const ssrc of readKeyFrameRequests(block))
        this.bySsrc.get(ssrc)?.publication.requestKeyFrame(nowMs);
      const nack = readNack(block);
      const subscription = nack && this.bySsrc.get(nack.ssrc);
      if (subscription) for (const sequence of nack.sequences) subscription.retransmit(sequence, nowMs);
    }
  }
}
