import type { ReceivedTrack } from '../../protocol/index.ts';
import type { Publication } from './publication.ts';
import { extensionUris } from './rtp/extensions.ts';
import { sentExtensions } from './rtp/outgoing.ts';
import { sentPayloadTypes } from './sdp/codecs.ts';
import type { MediaKind } from './sdp/session.ts';
import type { WrittenMedia } from './sdp/write.ts';
import type { Subscription } from './subscription.ts';

interface Slot {
  mid: string;
  kind: MediaKind;
  subscription: Subscription | null;
}

/**
 * The m-lines of what one subscriber is sent. A description never loses an m-line, so one that fell free is used again
 * for the next track of its kind: the description grows with the most people at once, not with all who ever came.
 */
export class Slots {
  private readonly slots: Slot[] = [];

  get isEmpty(): boolean {
    return this.slots.length === 0;
  }

  get size(): number {
    return this.slots.length;
  }

  /** All that is sent now. */
  subscriptions(): Subscription[] {
    return this.slots.flatMap(({ subscription }) => subscription ?? []);
  }

  tracks(): ReceivedTrack[] {
    return this.slots.flatMap(({ mid, subscription }) =>
      subscription ? [{ mid, publication: subscription.publication.view }] : [],
    );
  }

  /** True when the track has a place, false when all are taken. */
  fill(subscription: Subscription, maxSlots: number): boolean {
    const { kind } = subscription.publication;
    const free = this.slots.find((slot) => slot.subscription === null && slot.kind === kind);
    if (free) {
      free.subscription = subscription;
      return true;
    }
    if (this.slots.length >= maxSlots) return false;
    this.slots.push({ mid: String(this.slots.length), kind, subscription });
    return true;
  }

  /** Takes the publication's track out; gives what was sent of it. */
  clear(publication: Publication): Subscription | null {
    const slot = this.slots.find(({ subscription }) => subscription?.publication === publication);
    const subscription = slot?.subscription ?? null;
    if (slot) slot.subscription = null;
    return subscription;
  }

  write(): WrittenMedia[] {
    return this.slots.map(({ mid, kind, subscription }) => ({
      kind,
      mid,
      direction: subscription ? 'sendonly' : 'inactive',
      maxKbps: null,
      ...(kind === 'audio' ? audio : video),
      sent: subscription && {
        ssrc: subscription.ssrc,
        rtxSsrc: subscription.rtxSsrc,
        stream: streamName(subscription.publication),
        track: subscription.publication.id,
      },
    }));
  }
}

const sendTime = { id: sentExtensions.sendTime, uri: extensionUris.sendTime };

const audio = {
  codec: {
    payloadType: sentPayloadTypes.opus,
    rtxPayloadType: null,
    parameters: 'minptime=10;useinbandfec=1;stereo=1',
    feedback: ['transport-cc'],
  },
  extensions: [
    { id: sentExtensions.audioLevel, uri: extensionUris.audioLevel },
    sendTime,
    { id: sentExtensions.transportSequence, uri: extensionUris.transportSequence },
  ],
} as const;

const video = {
  codec: {
    payloadType: sentPayloadTypes.vp8,
    rtxPayloadType: sentPayloadTypes.rtx,
    parameters: null,
    feedback: ['nack', 'nack pli', 'ccm fir', 'goog-remb'],
  },
  extensions: [sendTime],
} as const;

/** A person's microphone and camera are one stream, the shared screen and its sound another. */
function streamName({ person, source }: Publication): string {
  const name = Buffer.from(person).toString('base64url'); // any id is a token so
  return source === 'mic' || source === 'camera' ? name : `${name}-screen`;
}
