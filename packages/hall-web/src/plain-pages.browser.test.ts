import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFaults } from './testing/axe.ts';
import { startChromium } from './testing/browser.ts';
import { RealHall } from './testing/real-hall.ts';

let hall: RealHall;
let browser: Browser;

beforeAll(async () => {
  hall = await RealHall.open();
  browser = await startChromium();
});
afterAll(async () => {
  await browser?.close();
  await hall?.remove();
});

const refused = encodeURIComponent(JSON.stringify([{ key: 'maxParticipantsReached', message: 'full' }]));
const places = [
  ['the bare address', '/', 200],
  ['a join that was refused', `/?errors=${refused}`, 200],
  ['an address that leads nowhere', '/no/such/page', 404],
] as const;

test.each(places)('axe finds nothing on the hall’s own page for %s', async (_what, path, status) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [width, height, locale] of [
      [360, 740, 'fr-FR'],
      [1440, 900, 'en-GB'],
    ] as const) {
      const page = await browser.newPage({
        viewport: { width, height },
        colorScheme,
        locale,
        bypassCSP: true,
      });
      const answer = await page.goto(new URL(path, hall.url).href);
      expect(answer?.status()).toBe(status);
      expect(await page.locator('html').getAttribute('lang')).toBe(locale.slice(0, 2));
      expect(await axeFaults(page)).toEqual([]);
      await page.close();
    }
  }
});
