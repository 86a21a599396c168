import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { enter, seesAndHears, startChromium, type Visitor, visit } from './testing/browser.ts';
import { RealHall } from './testing/real-hall.ts';

let hall: RealHall;
let browser: Browser;
const visitors: Visitor[] = [];

beforeAll(async () => {
  hall = await RealHall.open();
  browser = await startChromium();
});
afterEach(async () => {
  for (const { context } of visitors.splice(0)) await context.close();
});
afterAll(async () => {
  await browser?.close();
  await hall?.remove();
});

async function come(
  meeting: string,
  name: string,
  more: Parameters<RealHall['joinAddress']>[2] = {},
  options = {},
) {
  const visitor = await visit(browser, hall.joinAddress(meeting, name, more), options);
  visitors.push(visitor);
  return visitor;
}

test('two people see and hear each other, write, raise a hand and mute', async () => {
  const meeting = await hall.createMeeting();
  const priya = await come(meeting, 'Priya Raman');
  await enter(priya);
  await priya.page.getByText('Nobody else is here yet').waitFor();
  const tom = await come(meeting, 'Tom Adeyemi', { role: 'VIEWER' });
  await enter(tom);

  await seesAndHears(priya);
  await seesAndHears(tom);

  await tom.page.getByRole('textbox', { name: 'Write to everyone' }).fill('Good morning');
  await tom.page.keyboard.press('Enter');
  await priya.page.locator('[data-message]', { hasText: 'Good morning' }).waitFor();
  expect(await tom.page.locator('[data-message]').count()).toBe(1);

  await tom.page.getByRole('button', { name: 'Raise a hand' }).click();
  await priya.page.locator('.mtile', { hasText: '1st to speak' }).waitFor();

  await tom.page.getByRole('button', { name: 'Mute' }).click();
  await priya.page.locator('.mtile', { hasText: 'Tom Adeyemi, muted' }).waitFor();
  await tom.page.getByRole('button', { name: 'Unmute' }).click();
  await priya.page.locator('.mtile', { hasText: /Tom Adeyemi, (microphone on|speaking)/ }).waitFor();

  await tom.page.getByRole('button', { name: 'Camera' }).click();
  await priya.page.locator('.mtile', { hasText: 'Tom Adeyemi' }).locator('.mtile-ini').waitFor();
  await tom.page.getByRole('button', { name: 'Camera' }).click();
  await priya.page.locator('.mtile', { hasText: 'Tom Adeyemi' }).locator('video').waitFor();
  await seesAndHears(priya);

  expect(priya.complaints).toEqual([]);
  expect(tom.complaints).toEqual([]);
});
