import type { DeviceState } from '@koinon/hall/protocol';
import type { Failure } from './failure.ts';

/** The two things that a person brings. */
export type Kind = 'mic' | 'camera';

export interface Device {
  /** What the person wants. A failed device keeps the wish, so that trying again is one key. */
  wanted: boolean;
  asking: boolean;
  failure: Failure | null;
  /** The live track. A muted microphone keeps its track; a camera that is off has none. */
  track: MediaStreamTrack | null;
  /** The chosen one, or null for what the system prefers. */
  deviceId: string | null;
}

export interface Choice {
  deviceId: string;
  /** Empty until the person has allowed devices once. */
  label: string;
}

export interface Devices {
  mic: Device;
  camera: Device;
  screen: { video: MediaStreamTrack; audio: MediaStreamTrack | null } | null;
  screenFailure: Failure | null;
  choices: { mics: readonly Choice[]; cameras: readonly Choice[]; speakers: readonly Choice[] };
  speakerId: string | null;
}

/** What the others are told. */
export function deviceState(device: Device): DeviceState {
  if (device.track !== null && device.wanted) return 'on';
  return device.failure === null ? 'off' : 'none';
}
