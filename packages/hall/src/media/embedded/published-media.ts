import type { Source } from '../../protocol/index.ts';
import { extensionUris } from './rtp/extensions.ts';
import { kindOf, maxKbps, opusParameters } from './sdp/codecs.ts';
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

/** Why a track cannot be taken from this m-line, or null when it can. */
export function refusal(offered: SessionMedia | undefined, source: Source): string | null {
  if (!offered || offered.rejected) return 'a track names an m-line that is not there';
  if (offered.kind !== kindOf[source]) return `${source} cannot come over an m-line of ${offered.kind}`;
  if (offered.direction !== 'sendonly' && offered.direction !== 'sendrecv')
    return 'a track names an m-line that sends nothing';
  return offered.payloadType === null ? 'the browser offers neither Opus nor VP8' : null;
}
