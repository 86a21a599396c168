import type { Source } from '@koinon/hall/protocol';
import { Serial } from '../media/serial.ts';
import { createStore, type Store } from '../store.ts';
import { type Captured, capture, type Request } from './capture.ts';
import { choices } from './choices.ts';
import { remember, remembered } from './remembered.ts';
import { captureScreen } from './screen.ts';
import type { Device, Devices, Kind } from './state.ts';

/** The person's own microphone, camera and screen, from the door to the end of the meeting. */
export class LocalMedia {
  readonly store: Store<Devices>;
  readonly #serial = new Serial();

  constructor() {
    const last = remembered();
    const device = (wish: { wanted: boolean; deviceId: string | null }): Device => ({
      ...wish,
      asking: false,
      failure: null,
      track: null,
    });
    this.store = createStore<Devices>({
      mic: device(last.mic),
      camera: device(last.camera),
      screen: null,
      screenFailure: null,
      choices: { mics: [], cameras: [], speakers: [] },
      speakerId: last.speakerId,
    });
    navigator.mediaDevices?.addEventListener('devicechange', () => void this.#list());
  }

  /** Asks for what the person wanted last time. The microphone is asked for even when muted: unmuting is then instant. */
  open(): Promise<void> {
    const { mic, camera } = this.store.get();
    return this.#capture(
      camera.wanted ? { mic: mic.deviceId, camera: camera.deviceId } : { mic: mic.deviceId },
    );
  }

  /** Tries both again, wanted or not: the person pressed the key under a notice that names both. */
  openBoth(): Promise<void> {
    this.#change('mic', { wanted: true });
    this.#change('camera', { wanted: true });
    return this.open();
  }

  /** Mutes by disabling the track: nothing is negotiated, and the others hear silence at once. */
  async setMic(on: boolean): Promise<void> {
    this.#change('mic', { wanted: on });
    const { track, deviceId } = this.store.get().mic;
    if (track !== null) track.enabled = on;
    else if (on) await this.#capture({ mic: deviceId });
    this.#remember();
  }

  /** Off stops the camera itself, so that its light goes out. */
  async setCamera(on: boolean): Promise<void> {
    this.#change('camera', { wanted: on });
    const { track, deviceId } = this.store.get().camera;
    if (!on) {
      track?.stop();
      this.#change('camera', { track: null, failure: null });
    } else if (track === null) {
      await this.#capture({ camera: deviceId });
    }
    this.#remember();
  }

  /** Takes another microphone or camera; an open one is replaced while the meeting goes on. */
  async choose(kind: Kind, deviceId: string): Promise<void> {
    this.#change(kind, { deviceId });
    if (kind === 'mic' || this.store.get().camera.wanted) await this.#capture({ [kind]: deviceId });
    this.#remember();
  }

  chooseSpeaker(speakerId: string): void {
    this.store.set({ ...this.store.get(), speakerId });
    this.#remember();
  }

  async shareScreen(): Promise<void> {
    const captured = await captureScreen();
    if (!captured.ok) {
      this.store.set({ ...this.store.get(), screenFailure: captured.error });
      return;
    }
    const screen = captured.value;
    // The browser's own "stop sharing" ends the track.
    screen.video.addEventListener('ended', () => {
      if (this.store.get().screen === screen) this.stopScreen();
    });
    this.store.set({ ...this.store.get(), screen, screenFailure: null });
  }

  stopScreen(): void {
    const { screen } = this.store.get();
    screen?.video.stop();
    screen?.audio?.stop();
    this.store.set({ ...this.store.get(), screen: null });
  }

  /** Lets go of everything: no light stays on after the meeting. */
  close(): void {
    this.stopScreen();
    for (const kind of ['mic', 'camera'] as const) {
      this.store.get()[kind].track?.stop();
      this.#change(kind, { track: null, failure: null });
    }
  }

  #capture(request: Request): Promise<void> {
    return this.#serial.run(async () => {
      const kinds = (['mic', 'camera'] as const).filter((kind) => request[kind] !== undefined);
      for (const kind of kinds) this.#change(kind, { asking: true, failure: null });
      const captured = await capture(request);
      for (const kind of kinds) this.#settle(kind, captured[kind] ?? { ok: false, error: 'unknown' });
      await this.#list();
    });
  }

  #settle(kind: Kind, captured: Captured): void {
    const device = this.store.get()[kind];
    if (!captured.ok) {
      this.#change(kind, { asking: false, failure: captured.error });
      return;
    }
    const track = captured.value;
    device.track?.stop();
    if (kind === 'camera' && !device.wanted) {
      track.stop();
      this.#change(kind, { asking: false, failure: null, track: null });
      return;
    }
    if (kind === 'mic') track.enabled = device.wanted;
    // `ended` comes when the device is pulled out or its permission is taken back, never after our own `stop`.
    track.addEventListener('ended', () => {
      if (this.store.get()[kind].track === track) this.#change(kind, { track: null, failure: 'unplugged' });
    });
    this.#change(kind, { asking: false, failure: null, track });
  }

  async #list(): Promise<void> {
    this.store.set({ ...this.store.get(), choices: await choices() });
  }

  #change(kind: Kind, change: Partial<Device>): void {
    const devices = this.store.get();
    this.store.set({ ...devices, [kind]: { ...devices[kind], ...change } });
  }

  #remember(): void {
    const { mic, camera, speakerId } = this.store.get();
    remember({
      mic: { wanted: mic.wanted, deviceId: mic.deviceId },
      camera: { wanted: camera.wanted, deviceId: camera.deviceId },
      speakerId,
    });
  }
}

/** What is to be sent of it. */
export function outgoing(devices: Devices): ReadonlyMap<Source, MediaStreamTrack> {
  const tracks = new Map<Source, MediaStreamTrack>();
  if (devices.mic.track !== null) tracks.set('mic', devices.mic.track);
  if (devices.camera.track !== null) tracks.set('camera', devices.camera.track);
  if (devices.screen !== null) tracks.set('screen', devices.screen.video);
  if (devices.screen?.audio) tracks.set('screen-audio', devices.screen.audio);
  return tracks;
}
