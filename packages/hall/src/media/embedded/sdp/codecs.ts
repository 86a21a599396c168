import type { Source } from '../../../protocol/index.ts';
import type { MediaKind } from './session.ts';

/** Payload types in what the hall offers; in its answers the browser's own numbers stand. */
export const sentPayloadTypes = { opus: 111, vp8: 96, rtx: 97 } as const;

export const kindOf: Record<Source, MediaKind> = {
  mic: 'audio',
  camera: 'video',
  screen: 'video',
  'screen-audio': 'audio',
};

/** The most that a browser is asked to send of each source, in kbit/s: a camera of 720p, a screen with small print. */
export const maxKbps: Record<Source, number> = { mic: 48, camera: 1_500, screen: 2_500, 'screen-audio': 128 };

/** Opus as it is asked of a browser: a voice may fall silent on the wire, the sound of a shared screen may not. */
export function opusParameters(source: Source): string {
  return source === 'mic' ? 'minptime=10;useinbandfec=1;usedtx=1' : 'minptime=10;useinbandfec=1;stereo=1';
}
