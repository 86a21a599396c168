import type { Source } from '../../protocol/index.ts';
import { maxKbps } from './sdp/codecs.ts';

/** What a camera may send when so many are shown at once: everybody receives them all. */
const cameraKbps = [
  { upTo: 2, kbps: 1_500 },
  { upTo: 4, kbps: 900 },
  { upTo: 9, kbps: 450 },
  { upTo: 16, kbps: 250 },
  { upTo: Number.POSITIVE_INFINITY, kbps: 150 },
];

/** The most that one person may send in all, in bit/s, when `cameras` are on in the room. */
export function sendingLimitBps(sources: readonly Source[], cameras: number): number {
  const camera = cameraKbps.find(({ upTo }) => cameras <= upTo)?.kbps ?? 0;
  const kbps = sources.map((source) =>
    source === 'camera' ? Math.min(camera, maxKbps.camera) : maxKbps[source],
  );
  return kbps.reduce((sum, each) => sum + each, 0) * 1_000;
}
