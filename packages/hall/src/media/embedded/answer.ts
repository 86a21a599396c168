import type { Source } from '../../protocol/index.ts';
import { extensionUris } from './rtp/extensions.ts';
import { maxKbps, opusParameters } from './sdp/codecs.ts';
import type { SessionMedia } from './sdp/session.ts';
import type { WrittenMedia } from './sdp/write.ts';

const understoodFeedback = ['nack', 'nack pli', 'transport-cc', 'goog-remb'];
const understoodExtensions: readonly string[] = [
  extensionUris.mid,
  extensionUris.audioLevel,
  extensionUris.transportSequence,
];

/** The answer to one m-line of a publisher's offer; `source` is null when nothing is taken from it. */
export function answerMedia(offered: SessionMedia, source: Source | null): WrittenMedia {
  const { kind, mid, payloadType } = offered;
  const refused = offered.rejected || kind === 'other' || payloadType === null;
  const empty = { kind, mid, codec: null, extensions: [], maxKbps: null, sent: null };
  if (refused) return { ...empty, direction: null };
  return {
    ...empty,
    direction: source === null ? 'inactive' : 'recvonly',
    maxKbps: source === null ? null : maxKbps[source],
    codec: {
      payloadType,
      rtxPayloadType: offered.rtxPayloadType,
      parameters: kind === 'audio' ? opusParameters(source ?? 'mic') : null,
      feedback: understoodFeedback.filter((name) => offered.feedback.includes(name)),
    },
    extensions: [...offered.extensions]
      .filter(([uri]) => understoodExtensions.includes(uri))
      .map(([uri, id]) => ({ id, uri })),
  };
}
