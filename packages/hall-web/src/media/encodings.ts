import type { Source } from '@koinon/hall/protocol';

/** Bits per second, at most, per source. Speech in Opus needs no more than 32 kb/s; screens carry small letters. */
const MAX_BITRATE: Record<Source, number> = {
  mic: 40_000,
  camera: 700_000,
  screen: 2_000_000,
  'screen-audio': 96_000,
};

export function encodingsOf(source: Source): RTCRtpEncodingParameters[] {
  return [{ maxBitrate: MAX_BITRATE[source] }];
}
