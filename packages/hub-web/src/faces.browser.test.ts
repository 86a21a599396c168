import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromium, visit } from './testing/browser.ts';
import { buildPages } from './testing/build-pages.ts';
import { scenesOf } from './testing/scenes.ts';
import { type ScriptedHub, startScriptedHub } from './testing/scripted-hub.ts';

// Every page in every state, looked at by axe-core at three sizes and in both themes.
const sizes = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
];
const names = scenesOf('').map(({ name }) => name);

let browser: Browser;
let hub: ScriptedHub;
let axe: string;
let remove = async () => {};

beforeAll(async () => {
  const built = await buildPages();
  remove = built.remove;
  hub = await startScriptedHub(built.webRoot);
  axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
  browser = await startChromium();
});
afterAll(async () => {
  await browser?.close();
  await hub?.close();
  await remove();
});

describe.each(names)('%s', (name) => {
  it('has nothing that axe finds, fits every size and complains of nothing', async () => {
    const scene = scenesOf(hub.origin).find((one) => one.name === name);
    if (!scene) throw new Error(`no scene ${name}`);
    hub.script = scene.script;
    hub.session = scene.session;
    const { page, complaints, leave } = await visit(browser, hub.origin + scene.path, {
      locale: scene.locale,
    });
    try {
      await scene.act?.(page);
      await page.getByText(scene.shows).first().waitFor();
      await page.evaluate(axe);
      for (const size of sizes) {
        await page.setViewportSize(size);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          expect(await found(page), `${size.width} px, ${colorScheme}`).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
            size.width,
          );
        }
      }
      expect(await page.title()).not.toBe('');
      expect(complaints).toEqual([]);
    } finally {
      await leave();
    }
  });
});

/** What axe finds: the rule, and where. */
async function found(page: Page): Promise<string[]> {
  const options: RunOptions = {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    resultTypes: ['violations'],
  };
  const results = await page.evaluate(async (how) => {
    const checker = Reflect.get(window, 'axe') as { run(what: Document, how: unknown): Promise<AxeResults> };
    return checker.run(document, how);
  }, options);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${target.join(' ')} (${failureSummary?.replace(/\s+/g, ' ')})`,
    ),
  );
}
