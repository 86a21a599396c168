import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--allow-loopback-in-peer-connection',
  '--disable-features=WebRtcHideLocalIpsWithMdns',
  '--auto-select-desktop-capture-source=Entire screen',
];

/** The name of a machine that is reached without HTTPS; browsers give its pages no devices. */
export const INSECURE_NAME = 'meet.example';

const DEVICES = {
  /** Made-up ones, and the person allows them. */
  allowed: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  /** Made-up ones; headless Chromium refuses what was not granted to the context. */
  asked: ['--use-fake-device-for-media-stream'],
  /** A machine with a made-up microphone and no camera. */
  'no camera': ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream=device-count=0'],
};

export function startChromium(devices: keyof typeof DEVICES = 'allowed'): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.KOINON_CHROMIUM ?? '/usr/bin/chromium',
    args: [...ARGS, ...DEVICES[devices], `--host-resolver-rules=MAP ${INSECURE_NAME} 127.0.0.1`],
  });
}

export interface Visitor {
  page: Page;
  context: BrowserContext;
  /** What the page complained of; a test ends with none. */
  complaints: string[];
}

/** A person with a browser of their own at that address. */
export async function visit(
  browser: Browser,
  address: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error') complaints.push(line.text());
  });
  await page.goto(address);
  return { page, context, complaints };
}

/** Goes in through the door. */
export async function enter({ page }: Visitor): Promise<void> {
  await page.getByRole('button', { name: /^(Enter the room|Come back in|Entrer dans la salle)$/ }).click();
  await page.locator('html[data-state="meeting"]').waitFor();
}

export interface Received {
  frames: number;
  width: number;
  energy: number;
}

/** What the page has decoded so far, over everything that it receives. */
export function received(page: Page): Promise<Received> {
  return page.evaluate(async () => {
    const meeting = Reflect.get(window, 'koinonMeeting') as {
      peerConnections(): { subscribe: RTCPeerConnection | null };
    };
    const stats = await meeting.peerConnections().subscribe?.getStats();
    const sum = { frames: 0, width: 0, energy: 0 };
    for (const each of (stats?.values() ?? []) as Iterable<RTCInboundRtpStreamStats>) {
      if (each.type !== 'inbound-rtp') continue;
      sum.frames += each.framesDecoded ?? 0;
      sum.width = Math.max(sum.width, each.frameWidth ?? 0);
      sum.energy += each.totalAudioEnergy ?? 0;
    }
    return sum;
  });
}

/** Waits until the page has decoded pictures and heard sound after now. */
export async function seesAndHears({ page }: Visitor, withinMs = 15_000): Promise<void> {
  const before = await received(page);
  const end = performance.now() + withinMs;
  for (;;) {
    const now = await received(page);
    const anew = now.frames < before.frames;
    if ((anew || now.frames > before.frames + 5) && now.frames > 5 && (anew || now.energy > before.energy))
      return;
    if (performance.now() > end)
      throw new Error(`neither seen nor heard: ${JSON.stringify({ before, now })}`);
    await page.waitForTimeout(100);
  }
}
