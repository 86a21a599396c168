import { type Failure, failureOf } from './failure.ts';
import type { Kind } from './state.ts';

export type Captured = { ok: true; value: MediaStreamTrack } | { ok: false; error: Failure };

/** Which device, by kind; null leaves the choice to the system. */
export type Request = Partial<Record<Kind, string | null>>;

/**
 * Opens the devices that are asked for. Both are asked for at once, so that the browser asks the person only once;
 * when that fails each is tried alone, because one refused or missing device must not take the other with it.
 */
export async function capture(request: Request): Promise<Partial<Record<Kind, Captured>>> {
  const kinds = (['mic', 'camera'] as const).filter((kind) => request[kind] !== undefined);
  if (!window.isSecureContext || navigator.mediaDevices === undefined) return all(kinds, 'insecure');
  if (kinds.length === 2) {
    const both = await open(constraintsOf(request));
    if (both.ok) return tracksOf(both.value);
  }
  const captured: Partial<Record<Kind, Captured>> = {};
  for (const kind of kinds) {
    const stream = await open(constraintsOf({ [kind]: request[kind] }));
    captured[kind] = stream.ok ? (tracksOf(stream.value)[kind] ?? { ok: false, error: 'missing' }) : stream;
  }
  return captured;
}

type Opened = { ok: true; value: MediaStream } | { ok: false; error: Failure };

async function open(constraints: MediaStreamConstraints): Promise<Opened> {
  try {
    return { ok: true, value: await navigator.mediaDevices.getUserMedia(constraints) };
  } catch (error) {
    return { ok: false, error: failureOf(error) };
  }
}

/** `ideal`, not `exact`: a chosen device that is gone is replaced by another instead of failing. */
function constraintsOf({ mic, camera }: Request): MediaStreamConstraints {
  return {
    audio:
      mic === undefined
        ? false
        : { ...chosen(mic), echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    video:
      camera === undefined
        ? false
        : {
            ...chosen(camera),
            width: { ideal: 960 },
            height: { ideal: 540 },
            frameRate: { ideal: 24, max: 30 },
          },
  };
}

function chosen(deviceId: string | null): MediaTrackConstraints {
  return deviceId === null ? {} : { deviceId: { ideal: deviceId } };
}

function tracksOf(stream: MediaStream): Partial<Record<Kind, Captured>> {
  const captured: Partial<Record<Kind, Captured>> = {};
  const [mic] = stream.getAudioTracks();
  const [camera] = stream.getVideoTracks();
  if (mic !== undefined) captured.mic = { ok: true, value: mic };
  if (camera !== undefined) captured.camera = { ok: true, value: camera };
  return captured;
}

function all(kinds: readonly Kind[], error: Failure): Partial<Record<Kind, Captured>> {
  return Object.fromEntries(kinds.map((kind) => [kind, { ok: false, error }]));
}
