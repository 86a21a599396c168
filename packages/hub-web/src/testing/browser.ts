import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--no-first-run',
  '--disable-sync',
];

export function startChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.KOINON_CHROMIUM ?? '/usr/bin/chromium', args });
}

export interface Visit {
  page: Page;
  /** What the page complained of; a test ends with none. */
  complaints: string[];
  leave: () => Promise<void>;
}

/** Somebody with a browser of their own, in British English unless said otherwise. */
export async function visit(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (line) => {
    // The browser itself logs every answer that is not 2xx; those are part of the scripts.
    if (line.type() === 'error' && !line.text().startsWith('Failed to load resource'))
      complaints.push(line.text());
  });
  await page.goto(address);
  return { page, complaints, leave: () => context.close() };
}
