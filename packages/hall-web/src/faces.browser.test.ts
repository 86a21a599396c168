import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults } from './testing/axe.ts';
import { startChromium } from './testing/browser.ts';
import { buildPage } from './testing/build-page.ts';

const STATES: Record<string, string> = {
  connecting: 'phase=connecting&link=lost',
  door: 'phase=door&seat=lobby&people=4',
  'door without devices': 'phase=door&mic=refused&camera=busy',
  lobby: 'phase=lobby&viewer',
  alone: 'people=1&no-chat',
  meeting: 'people=6&lobby=2&unread=3&greeting',
  crowd: 'people=25&lobby=7',
  screen: 'people=6&screen',
  sharing: 'people=3&sharing&viewer',
  troubles: 'people=4&link=lost&mic=unplugged',
  left: 'phase=over&why=left',
  ended: 'phase=over&why=ended',
  denied: 'phase=over&why=denied',
  stranger: 'phase=over&why=unknown-link&stranger',
  'long words':
    'people=12&lobby=1&room=Mitgliederversammlung%20der%20Wohnungsbaugenossenschaft%20Lindenhof&house=Wohnungsbaugenossenschaft%20Lindenhof%20in%20Liquidation',
  'long words at the door':
    'phase=door&name=MaximilianeAugusteVonHohensteinRitterhausenZuLichtenfels%20and%20a%20very%20long%20tail&room=Donaudampfschifffahrtsgesellschaftskapit%C3%A4nsversammlung',
};
const SIZES = [
  [360, 740],
  [768, 1024],
  [1440, 900],
] as const;

const PATIENT = { timeout: 15_000 };

let folder: string;
let server: PreviewServer;
let browser: Browser;
let page: Page;
let address: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koinon-faces-'));
  await buildPage('fixtures', folder);
  server = await preview({
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder },
    preview: { port: 0 },
  });
  address = server.resolvedUrls?.local[0] ?? '';
  browser = await startChromium();
  page = await browser.newPage({ reducedMotion: 'reduce' });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

async function look(state: string, width: number, height: number, more = ''): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.goto(`${address}?${STATES[state]}${more}`);
  await page.locator('h1').waitFor();
}

/** Nothing runs out of the window, and whatever is pressed is large enough. */
function measure(): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth - clientWidth} px too wide`);
    for (const pressed of document.querySelectorAll<HTMLElement>('button, summary, select, a.btn')) {
      const { width, height, right, left } = pressed.getBoundingClientRect();
      if (width === 0) continue;
      if (width < 43.5 || height < 43.5)
        found.push(`${pressed.outerHTML.slice(0, 80)} is ${width} x ${height}`);
      if (left < -0.5 || right > clientWidth + 0.5)
        found.push(`${pressed.outerHTML.slice(0, 80)} is cut off`);
    }
    return found;
  });
}

describe.each(Object.keys(STATES))('%s', (state) => {
  test.each(SIZES)('is whole and without fault at %i x %i', async (width, height) => {
    await look(state, width, height, width === 768 ? '&lang=fr&theme=dark&brand=%230a5f78' : '');
    expect(await measure()).toEqual([]);
    expect(await axeFaults(page)).toEqual([]);
  });
});

test.each([
  ['the list of people on a phone', '.mhead-people', 360],
  ['the chat on a phone', '.ctl-chat', 360],
  ['the settings', '.mhead .btn-icon', 360],
  ['the settings', '.mhead .btn-icon', 1440],
  ['the question before leaving', '.ctl-leave', 768],
] as const)('%s is without fault (%s at %i)', async (_, key, width) => {
  await look('meeting', width, 740);
  await page.click(key);
  await page.locator('dialog[open], [data-open="true"]').waitFor();
  expect(await measure()).toEqual([]);
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('dialog[open], [data-open="true"]').count(), PATIENT).toBe(0);
  await expect
    .poll(() => page.evaluate((wanted) => document.activeElement?.matches(wanted), key), PATIENT)
    .toBe(true);
});
