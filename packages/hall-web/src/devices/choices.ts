import type { Choice, Devices } from './state.ts';

/** The devices of this machine. Browsers name them only after the person allowed one of the kind. */
export async function choices(): Promise<Devices['choices']> {
  const found = await (navigator.mediaDevices?.enumerateDevices() ?? Promise.resolve([])).catch(() => []);
  const of = (kind: MediaDeviceKind): Choice[] =>
    found
      .filter((device) => device.kind === kind && device.deviceId !== '')
      .map(({ deviceId, label }) => ({ deviceId, label }));
  return { mics: of('audioinput'), cameras: of('videoinput'), speakers: of('audiooutput') };
}
