import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enter, INSECURE_NAME, received, startChromium, visit } from './testing/browser.ts';
import { RealHall } from './testing/real-hall.ts';

let hall: RealHall;
let browser: Browser;

beforeAll(async () => {
  hall = await RealHall.open();
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

test('notices during the meeting that a device was taken back, and takes it again', async () => {
  const meeting = await hall.createMeeting();
  const permissions = ['microphone', 'camera'];
  const priya = await visit(browser, hall.joinAddress(meeting, 'Priya Raman'), { permissions });
  await priya.page.getByRole('button', { name: 'Camera on' }).waitFor();
  await enter(priya);
  await priya.context.clearPermissions();
  await priya.page.getByText('The microphone is gone: it was unplugged or taken back.').waitFor();
  await priya.page.locator('.mtile', { hasText: 'Priya Raman, you, no microphone' }).waitFor();
  await priya.context.grantPermissions(permissions);
  await priya.page.getByRole('button', { name: 'Try again' }).first().click();
  await priya.page.locator('.mtile', { hasText: /Priya Raman, you, (microphone on|speaking)/ }).waitFor();
  await priya.context.close();
});

test('a machine without a camera', async () => {
  const bare = await startChromium('no camera');
  try {
    const meeting = await hall.createMeeting();
    const priya = await visit(bare, hall.joinAddress(meeting, 'Priya Raman'));
    await priya.page.getByText('No camera was found.').waitFor();
    await priya.page.getByRole('button', { name: 'Microphone on' }).waitFor();
    await enter(priya);
    expect(priya.complaints).toEqual([]);
  } finally {
    await bare.close();
  }
});

test('a page without HTTPS says why there is no camera and no microphone, and lets in all the same', async () => {
  const plain = await RealHall.open(INSECURE_NAME);
  try {
    const priya = await visit(browser, plain.joinAddress(await plain.createMeeting(), 'Priya Raman'));
    await priya.page.getByText('because its address does not begin with https').waitFor();
    await enter(priya);
    await priya.page.getByRole('textbox', { name: 'Write to everyone' }).fill('I can only write');
    await priya.page.keyboard.press('Enter');
    await priya.page.locator('[data-message]', { hasText: 'I can only write' }).waitFor();
    await priya.context.close();
  } finally {
    await plain.remove();
  }
});
