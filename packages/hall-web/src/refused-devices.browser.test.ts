import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enter, received, startChromium, visit } from './testing/browser.ts';
import { RealHall } from './testing/real-hall.ts';

let hall: RealHall;
let browser: Browser;

beforeAll(async () => {
  hall = await RealHall.open();
  // Without the made-up consent, headless Chromium refuses whatever was not granted to the context.
  browser = await startChromium('asked');
});
afterAll(async () => {
  await browser?.close();
  await hall?.remove();
});

test('goes on without camera and microphone: says which, sees and hears the others, and writes', async () => {
  const meeting = await hall.createMeeting();
  const priya = await visit(browser, hall.joinAddress(meeting, 'Priya Raman'), {
    permissions: ['microphone', 'camera'],
  });
  await enter(priya);
  const tom = await visit(browser, hall.joinAddress(meeting, 'Tom Adeyemi', { role: 'VIEWER' }));
  await tom.page.getByText('This page may use neither microphone nor camera.').waitFor();
  await enter(tom);
  await expect.poll(async () => (await received(tom.page)).frames, { timeout: 15_000 }).toBeGreaterThan(10);
  await priya.page.locator('.mtile', { hasText: 'Tom Adeyemi, no microphone' }).waitFor();
  await tom.page.getByRole('textbox', { name: 'Write to everyone' }).fill('I have no microphone');
  await tom.page.keyboard.press('Enter');
  await priya.page.locator('[data-message]', { hasText: 'I have no microphone' }).waitFor();
  expect(tom.complaints).toEqual([]);
  await tom.context.close();
  await priya.context.close();
});

test('one refused device does not take the other with it', async () => {
  const meeting = await hall.createMeeting();
  const priya = await visit(browser, hall.joinAddress(meeting, 'Priya Raman'), {
    permissions: ['microphone'],
  });
  await priya.page.getByText('This page may not use the camera.').waitFor();
  await priya.page.getByRole('button', { name: 'Microphone on' }).waitFor();
  await priya.context.grantPermissions(['microphone', 'camera']);
  await priya.page.getByRole('button', { name: 'Try again' }).click();
  await priya.page.getByRole('button', { name: 'Camera on' }).waitFor();
  expect(await priya.page.getByText('This page may not use the camera.').count()).toBe(0);
  await priya.context.close();
});
