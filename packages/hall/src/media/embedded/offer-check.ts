import type { OfferedTrack, Source } from '../../protocol/index.ts';
import { MediaRefused } from '../engine.ts';
import { kindOf } from './sdp/codecs.ts';
import type { Session, SessionMedia } from './sdp/session.ts';

/**
 * Whether a publisher's offer can be taken; throws MediaRefused when not.
 * - the transport is that of the offer before
 * - no m-line of the offer before is missing
 * - each source is granted and named once, on an m-line of its own that can carry it
 */
export function checkOffer(
  offer: Session,
  before: Session | null,
  tracks: readonly OfferedTrack[],
  grants: readonly Source[],
): void {
  if (before) checkAgainst(before, offer);
  const sources = new Set<Source>();
  const mids = new Set<string>();
  for (const { mid, source } of tracks) {
    if (!grants.includes(source)) throw new MediaRefused(`${source} may not be published`);
    if (sources.has(source) || mids.has(mid)) throw new MediaRefused('a source or an m-line is named twice');
    const reason = refusal(
      offer.media.find((media) => media.mid === mid),
      source,
    );
    if (reason) throw new MediaRefused(reason);
    sources.add(source);
    mids.add(mid);
  }
}

function checkAgainst(before: Session, offer: Session): void {
  const same =
    before.ufrag === offer.ufrag && before.pwd === offer.pwd && before.fingerprint === offer.fingerprint;
  if (!same) throw new MediaRefused('the transport cannot be restarted: renew');
  const kept = before.media.every((media, index) => media.rejected || media.mid === offer.media[index]?.mid);
  if (!kept) throw new MediaRefused('m-lines of the offer before are missing');
}

function refusal(offered: SessionMedia | undefined, source: Source): string | null {
  if (!offered || offered.rejected) return 'a track names an m-line that is not there';
  if (offered.kind !== kindOf[source]) return `${source} cannot come over an m-line of ${offered.kind}`;
  if (offered.direction !== 'sendonly' && offered.direction !== 'sendrecv') {
    return 'a track names an m-line that sends nothing';
  }
  return offered.payloadType === null ? 'the browser offers neither Opus nor VP8' : null;
}
