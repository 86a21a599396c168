import { openBrowser } from '@koinon/tests/stories/support/browser.ts';
import { type Demo, startDemo } from '@koinon/tests/stories/support/demo.ts';
import { english, enterHall, inMeeting } from '@koinon/tests/stories/support/meeting-page.ts';
import { signInByCode } from '@koinon/tests/stories/support/sign-in.ts';
import type { BrowserContext, Page } from 'playwright-core';
import { figure, median } from './report/figure.ts';

const rounds = 5;

/**
 * How long people wait: from the press on "Start the meeting" to the hall's door, and from the press on "Enter the room" there to
 * the first picture of somebody else. Two real browsers, the demo on PGlite, one machine, nothing else running.
 */
export async function main(): Promise<void> {
  const demo = await startDemo(null);
  await using member = await openBrowser({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  await using guest = await openBrowser({ viewport: { width: 1000, height: 700 }, locale: 'en-GB' });
  try {
    const doorMs = await hostMeeting(demo, member);
    const pictureMs: number[] = [];
    for (let round = 0; round < rounds; round++) pictureMs.push(await guestSees(demo, guest, round));
    console.log(
      `${rounds} guests one after the other, each time until the first picture: ${pictureMs.join(', ')} ms`,
    );
    figure('start-click-to-door', doorMs, 'ms', 3000);
    figure('click-to-frame', median(pictureMs), 'ms', 1500);
  } finally {
    await demo.stop();
  }
}

/** The member starts a meeting without a lobby; gives the milliseconds from the press to the hall's door. */
async function hostMeeting(demo: Demo, browser: BrowserContext): Promise<number> {
  const page = browser.pages()[0] ?? (await browser.newPage());
  const house = houseOf(demo);
  await signInByCode(page, demo, house, 'priya.raman@harbourstreet.example');
  await page.getByRole('button', { name: 'New room' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name of the room').fill('Bench');
  await dialog.getByLabel('Everybody walks in').check();
  await dialog.getByRole('button', { name: 'Make the room' }).click();
  const start = page.getByRole('button', { name: 'Start the meeting' });
  await start.waitFor();
  const at = performance.now();
  await start.click();
  await page.waitForSelector('html[data-state="door"]');
  const doorMs = Math.round(performance.now() - at);
  await enterHall(page, english);
  await inMeeting(page);
  return doorMs;
}

async function guestSees(demo: Demo, browser: BrowserContext, round: number): Promise<number> {
  const page = await browser.newPage();
  await page.goto(`${houseOf(demo)}/r/bench`);
  await page.getByLabel('Your name').fill(`Guest ${round}`);
  await page.getByRole('button', { name: 'Enter the room' }).click();
  await page.waitForSelector('html[data-state="door"]');
  await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
  await watchForPicture(page);
  await page.getByRole('button', { name: 'Enter the room' }).click();
  const took = await page.waitForFunction(() => Reflect.get(window, 'clickToFrameMs') as number | undefined);
  const ms = Math.round((await took.jsonValue()) ?? 0);
  await page.close();
  return ms;
}

/** Measures inside the page, from the press itself, so that the driver's own time does not count. */
function watchForPicture(page: Page): Promise<void> {
  return page.evaluate(() => {
    document.addEventListener(
      'click',
      () => {
        const pressedAt = performance.now();
        const look = () => {
          const video = document.querySelector<HTMLVideoElement>('.mtile:not(.mtile-you) video');
          if (video === null) return requestAnimationFrame(look);
          return video.requestVideoFrameCallback((shownAt) => {
            Reflect.set(window, 'clickToFrameMs', shownAt - pressedAt);
          });
        };
        look();
      },
      { once: true, capture: true },
    );
  });
}

const houseOf = (demo: Demo): string => demo.coops.find(({ slug }) => slug === 'harbour')?.address ?? '';
