import { keep, kept } from '@koinon/ui';

interface Wish {
  wanted: boolean;
  deviceId: string | null;
}

/** What a person chose last time on this device. Nothing of it leaves the browser. */
export interface Remembered {
  mic: Wish;
  camera: Wish;
  speakerId: string | null;
}

const NAME = 'koinon-devices';
const nothing: Remembered = {
  mic: { wanted: true, deviceId: null },
  camera: { wanted: true, deviceId: null },
  speakerId: null,
};

export function remembered(): Remembered {
  return readRemembered(kept(NAME));
}

export function remember(what: Remembered): void {
  keep(NAME, JSON.stringify(what));
}

/** The storage may hold anything: what cannot be read is not remembered. */
export function readRemembered(text: string | null): Remembered {
  try {
    const read: unknown = JSON.parse(text ?? 'null');
    if (typeof read !== 'object' || read === null) return nothing;
    return {
      mic: wish('mic' in read ? read.mic : null),
      camera: wish('camera' in read ? read.camera : null),
      speakerId: 'speakerId' in read && typeof read.speakerId === 'string' ? read.speakerId : null,
    };
  } catch {
    return nothing;
  }
}

function wish(read: unknown): Wish {
  if (typeof read !== 'object' || read === null) return nothing.mic;
  return {
    wanted: !('wanted' in read && read.wanted === false),
    deviceId: 'deviceId' in read && typeof read.deviceId === 'string' ? read.deviceId : null,
  };
}
