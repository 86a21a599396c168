import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { enter, seesAndHears, startChromium, type Visitor, visit } from './testing/browser.ts';
import { RealHall } from './testing/real-hall.ts';

/** Two cores, two or three browsers and a media engine. */
const PATIENT = { timeout: 15_000 };

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

test('a guest on a phone, in French, waits in the lobby and is let in', async () => {
  const meeting = await hall.createMeeting({ guestPolicy: 'ALWAYS_ACCEPT_AUTH' });
  const noemie = await come(meeting, 'Noémie Tremblay');
  await enter(noemie);
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };
  const guest = { role: 'VIEWER', guest: true, userdata: { bbb_override_default_locale: 'fr' } } as const;
  const helene = await come(meeting, 'Hélène Gagnon-Lafrenière', guest, phone);
  await helene.page.getByText('Vous passerez par la salle d’attente').waitFor();
  expect(await helene.page.locator('html').getAttribute('lang')).toBe('fr');
  await helene.page.getByRole('button', { name: 'Entrer dans la salle' }).click();
  await helene.page.getByRole('heading', { name: 'Vous êtes dans la salle d’attente' }).waitFor();

  const rui = await come(meeting, 'Rui', guest, phone);
  await rui.page.getByRole('button', { name: 'Entrer dans la salle' }).click();
  await noemie.page.getByText('2 people wait in the lobby').waitFor();
  await noemie.page.getByRole('button', { name: 'Turn Rui away' }).click();
  await rui.page.getByRole('heading', { name: 'On ne vous a pas fait entrer' }).waitFor();
  await noemie.page.getByText('Hélène Gagnon-Lafrenière waits in the lobby.').waitFor();
  await noemie.page.getByRole('button', { name: 'Let in', exact: true }).first().click();
  await helene.page.locator('html[data-state="meeting"]').waitFor();
  await seesAndHears(helene);

  await noemie.page.getByRole('textbox', { name: 'Write to everyone' }).fill('Bienvenue');
  await noemie.page.keyboard.press('Enter');
  await helene.page.getByRole('button', { name: 'Messages 1 nouveau' }).click();
  await helene.page.locator('[data-message]', { hasText: 'Bienvenue' }).waitFor();
  await helene.page.keyboard.press('Escape');
  await helene.page.getByRole('button', { name: 'Messages', exact: true }).waitFor();
  expect(await helene.page.getByRole('region', { name: 'Messages' }).count()).toBe(0);
  expect([...noemie.complaints, ...helene.complaints, ...rui.complaints]).toEqual([]);
});

test('a shared screen stands on everybody else’s stage until it is taken back', async () => {
  const meeting = await hall.createMeeting();
  const priya = await come(meeting, 'Priya Raman');
  const tom = await come(meeting, 'Tom Adeyemi', { role: 'VIEWER' });
  await enter(priya);
  await enter(tom);
  await priya.page.getByRole('button', { name: 'Share a screen' }).click();
  await priya.page.getByText('Everyone sees your screen.').waitFor();
  const screen = tom.page.locator('video[data-source="screen"]');
  await screen.waitFor();
  await expect
    .poll(() => screen.evaluate((video: HTMLVideoElement) => video.videoWidth), PATIENT)
    .toBeGreaterThan(640);
  await priya.page.getByRole('button', { name: 'Stop sharing' }).click();
  await screen.waitFor({ state: 'detached' });
  expect([...priya.complaints, ...tom.complaints]).toEqual([]);
});

test('a late comer reads what was written before', async () => {
  const meeting = await hall.createMeeting();
  const priya = await come(meeting, 'Priya Raman');
  await enter(priya);
  for (const text of ['one', 'two', 'three']) {
    await priya.page.getByRole('textbox', { name: 'Write to everyone' }).fill(text);
    await priya.page.getByRole('button', { name: 'Send' }).click();
  }
  await priya.page.locator('[data-message]', { hasText: 'three' }).waitFor();
  const tom = await come(meeting, 'Tom Adeyemi', { role: 'VIEWER' });
  await enter(tom);
  expect(await tom.page.locator('[data-message] .msg-text').allTextContents()).toEqual([
    'one',
    'two',
    'three',
  ]);
});

test('everybody comes back by themselves when the media process is killed', async () => {
  const meeting = await hall.createMeeting();
  const priya = await come(meeting, 'Priya Raman');
  const tom = await come(meeting, 'Tom Adeyemi', { role: 'VIEWER' });
  await enter(priya);
  await enter(tom);
  await seesAndHears(priya);
  await seesAndHears(tom);
  process.kill(await hall.enginePid(), 'SIGKILL');
  await priya.page.locator('html[data-media="lost"]').waitFor();
  await Promise.all([seesAndHears(priya), seesAndHears(tom)]);
  await priya.page.locator('html[data-media="up"]').waitFor();
  expect(await priya.page.locator('.mtile').count()).toBe(2);
});

test('everybody comes back by themselves when the hall starts anew, and nothing is said twice or lost', async () => {
  const meeting = await hall.createMeeting();
  const priya = await come(meeting, 'Priya Raman');
  const tom = await come(meeting, 'Tom Adeyemi', { role: 'VIEWER' });
  await enter(priya);
  await enter(tom);
  const write = async ({ page }: Visitor, text: string) => {
    await page.getByRole('textbox', { name: 'Write to everyone' }).fill(text);
    await page.keyboard.press('Enter');
  };
  await write(priya, 'before');
  await tom.page.locator('[data-message]', { hasText: 'before' }).waitFor();
  const rui = await come(meeting, 'Rui', { role: 'VIEWER' });
  await rui.page.getByRole('button', { name: 'Enter the room' }).waitFor();
  await hall.stop();
  await rui.page.getByText('The connection was lost.').waitFor();
  await rui.page.getByRole('button', { name: 'Enter the room' }).click();
  await priya.page.getByText('The connection was lost.').waitFor();
  await write(priya, 'meanwhile');
  await priya.page.getByText('Sending when the connection is back').waitFor();
  await hall.start();
  await priya.page.locator('html[data-link="up"]').waitFor();
  await tom.page.locator('html[data-link="up"]').waitFor();
  await tom.page.locator('[data-message]', { hasText: 'meanwhile' }).waitFor();
  for (const { page } of [priya, tom]) {
    await expect
      .poll(() => page.locator('[data-message] .msg-text').allTextContents(), PATIENT)
      .toEqual(['before', 'meanwhile']);
    await expect.poll(() => page.locator('.mtile').count(), PATIENT).toBe(3);
  }
  await rui.page.locator('html[data-state="meeting"]').waitFor();
  await Promise.all([seesAndHears(priya), seesAndHears(tom)]);
});

test('leaves, comes again, is replaced by another window, and ends it for everyone', async () => {
  const meeting = await hall.createMeeting();
  const priya = await come(meeting, 'Priya Raman');
  const tom = await come(meeting, 'Tom Adeyemi', { role: 'VIEWER' });
  await enter(priya);
  await enter(tom);

  await tom.page.getByRole('button', { name: 'Leave' }).click();
  await tom.page.getByRole('heading', { name: 'You left' }).waitFor();
  expect(await tom.page.getByRole('link', { name: 'Back to La Tisserie' }).getAttribute('href')).toBe(
    'http://127.0.0.1:9/r/cercle',
  );
  await priya.page.getByText('Nobody else is here yet').waitFor();
  await tom.page.getByRole('button', { name: 'Come in again' }).click();
  await enter(tom);

  const other = await tom.context.newPage();
  await other.goto(tom.page.url());
  await other.getByRole('button', { name: 'Come back in' }).click();
  await tom.page.getByRole('heading', { name: 'You are in the meeting in another window' }).waitFor();
  await tom.page.getByRole('button', { name: 'Bring it here' }).click();
  await enter(tom);
  await other.getByRole('heading', { name: 'You are in the meeting in another window' }).waitFor();
  expect(await priya.page.locator('.mtile').count()).toBe(2);

  await priya.page.getByRole('button', { name: 'Leave' }).click();
  const dialog = priya.page.getByRole('dialog', { name: 'Leave, or end the meeting?' });
  await dialog.getByRole('button', { name: 'End for everyone' }).click();
  await priya.page.getByRole('heading', { name: 'You ended the meeting' }).waitFor();
  await tom.page.getByRole('heading', { name: 'The meeting is over' }).waitFor();
  await tom.page.getByText('Priya Raman ended it for everyone.').waitFor();

  const late = await visit(browser, tom.page.url());
  visitors.push(late);
  await late.page
    .getByRole('heading', { name: /The meeting is over|This address opens no meeting/ })
    .waitFor();
});

test('an unknown link gets a sentence and asks for no camera', async () => {
  const stranger = await visit(browser, new URL('/meeting?sessionToken=0123456789abcdef', hall.url).href);
  visitors.push(stranger);
  await stranger.page.getByRole('heading', { name: 'This address opens no meeting' }).waitFor();
  const none = await visit(browser, new URL('/meeting', hall.url).href);
  visitors.push(none);
  await none.page.getByRole('heading', { name: 'This address opens no meeting' }).waitFor();
});
