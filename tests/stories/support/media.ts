import type { Page } from 'playwright-core';

/** What a browser has received since its connection began. */
export interface Received {
  framesDecoded: number;
  audioEnergy: number;
  audioSeconds: number;
}

interface Connections {
  publish: RTCPeerConnection | null;
  subscribe: RTCPeerConnection | null;
}

declare global {
  interface Window {
    koinonMeeting?: { peerConnections(): Connections };
    connectionBefore?: RTCPeerConnection | null;
  }
}

/** Sums over everything that the page receives now, from WebRTC's own statistics. */
export function received(page: Page): Promise<Received> {
  return page.evaluate(async () => {
    const sum = { framesDecoded: 0, audioEnergy: 0, audioSeconds: 0 };
    const connection = window.koinonMeeting?.peerConnections().subscribe;
    for (const report of (await connection?.getStats())?.values() ?? []) {
      if (report.type !== 'inbound-rtp') continue;
      if (report.kind === 'video') sum.framesDecoded += report.framesDecoded ?? 0;
      else {
        sum.audioEnergy += report.totalAudioEnergy ?? 0;
        sum.audioSeconds += report.totalSamplesDuration ?? 0;
      }
    }
    return sum;
  });
}

/** What the page received in these seconds: frames a second, and the sound's mean energy (silence is 0). */
export async function receivedFor(page: Page, seconds: number): Promise<{ fps: number; energy: number }> {
  const before = await received(page);
  const began = Date.now();
  await page.waitForTimeout(seconds * 1000);
  const after = await received(page);
  const passedS = (Date.now() - began) / 1000;
  const heardS = after.audioSeconds - before.audioSeconds;
  return {
    fps: (after.framesDecoded - before.framesDecoded) / passedS,
    energy: heardS > 0 ? (after.audioEnergy - before.audioEnergy) / heardS : 0,
  };
}

/** Whether the picture of a video element changes within two seconds: some pixel differs between two looks at it. */
export function pictureChanges(page: Page, selector: string): Promise<boolean> {
  return page.evaluate(async (query) => {
    const video = document.querySelector<HTMLVideoElement>(query);
    if (video === null) throw new Error(`no video at ${query}`);
    const look = () => {
      const canvas = new OffscreenCanvas(64, 48);
      const context = canvas.getContext('2d', { willReadFrequently: true });
      if (context === null) throw new Error('no canvas');
      context.drawImage(video, 0, 0, 64, 48);
      return context.getImageData(0, 0, 64, 48).data;
    };
    const first = look();
    for (let tries = 0; tries < 20; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      const next = look();
      if (next.some((value, at) => Math.abs(value - (first[at] ?? 0)) > 8)) return true;
    }
    return false;
  }, selector);
}

/** Remembers the connection that the page receives by, so that `flowsAnew` can tell a new one from it. */
export function rememberConnection(page: Page): Promise<void> {
  return page.evaluate(() => {
    window.connectionBefore = window.koinonMeeting?.peerConnections().subscribe ?? null;
  });
}

/**
 * Waits until sound and picture arrive on another connection than at `rememberConnection`.
 *
 * @returns milliseconds since `sinceMs`
 */
export async function flowsAnew(page: Page, sinceMs: number, withinMs: number): Promise<number> {
  while (Date.now() - sinceMs < withinMs) {
    const flows = await page.evaluate(async () => {
      const connection = window.koinonMeeting?.peerConnections().subscribe;
      if (!connection || connection === window.connectionBefore) return false;
      let frames = 0;
      let packets = 0;
      for (const report of (await connection.getStats()).values()) {
        if (report.type !== 'inbound-rtp') continue;
        if (report.kind === 'video') frames += report.framesDecoded ?? 0;
        else packets += report.packetsReceived ?? 0;
      }
      return frames >= 2 && packets >= 10;
    });
    if (flows) return Date.now() - sinceMs;
    await page.waitForTimeout(50);
  }
  throw new Error(`no sound and picture on a new connection within ${withinMs} ms`);
}
