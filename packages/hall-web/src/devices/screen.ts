import { type Failure, failureOf } from './failure.ts';

export interface Screen {
  video: MediaStreamTrack;
  audio: MediaStreamTrack | null;
}

/** Phones have no screen to share. */
export function canShareScreen(): boolean {
  return typeof navigator.mediaDevices?.getDisplayMedia === 'function';
}

/** Asks which screen, window or tab. `refused` also when the person closed the browser's question. */
export async function captureScreen(): Promise<{ ok: true; value: Screen } | { ok: false; error: Failure }> {
  if (!canShareScreen()) return { ok: false, error: 'missing' };
  try {
    const stream = await navigator.mediaDevices.getDisplayMedia({
      video: { frameRate: { ideal: 15, max: 30 } },
      audio: true,
    });
    const [video] = stream.getVideoTracks();
    const [audio] = stream.getAudioTracks();
    if (video === undefined) return { ok: false, error: 'missing' };
    // Letters rather than motion: the encoder keeps the resolution and lets frames go.
    video.contentHint = 'detail';
    return { ok: true, value: { video, audio: audio ?? null } };
  } catch (error) {
    return { ok: false, error: failureOf(error) };
  }
}
