import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--auto-select-desktop-capture-source=Entire screen',
  '--allow-loopback-in-peer-connection',
  '--disable-features=WebRtcHideLocalIpsWithMdns',
];

export interface Device {
  viewport: { width: number; height: number };
  locale: string;
  phone?: boolean;
}

/** A browser of its own (own process, own profile), as another person on another machine has one. */
export async function openBrowser(device: Device): Promise<BrowserContext & AsyncDisposable> {
  const profile = await mkdtemp(join(tmpdir(), 'koinon-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.KOINON_CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: flags,
    viewport: device.viewport,
    locale: device.locale,
    hasTouch: device.phone ?? false,
    isMobile: device.phone ?? false,
  });
  context.setDefaultTimeout(20_000);
  return Object.assign(context, {
    [Symbol.asyncDispose]: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  });
}
