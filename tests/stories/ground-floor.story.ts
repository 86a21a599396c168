import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './support/browser.ts';
import { storyDatabase } from './support/database.ts';
import { type Demo, startDemo } from './support/demo.ts';
import { flowsAnew, pictureChanges, receivedFor, rememberConnection } from './support/media.ts';
import { chatTexts, english, enterHall, french, inMeeting, say, showsChat } from './support/meeting-page.ts';
import { theProcess } from './support/processes.ts';
import { type SecondHall, startSecondHall } from './support/second-hall.ts';
import { signInByCode, signInByLink } from './support/sign-in.ts';

const memberEmail = 'priya.raman@harbourstreet.example';
const operatorEmail = 'tom.adeyemi@harbourstreet.example';
const laptop = { viewport: { width: 1280, height: 800 }, locale: 'en-GB' };
const phone = { viewport: { width: 390, height: 780 }, locale: 'fr-FR', phone: true };

let database: Awaited<ReturnType<typeof storyDatabase>>;
let demo: Demo;
let secondHall: SecondHall | undefined;
const browsers: (BrowserContext & AsyncDisposable)[] = [];

let house: string;
let member: Page;
let guest: Page;
let late: Page;
let roomPage: string;
let link: string;
/** When each person came into the meeting, and when it ended, in milliseconds. */
const came: Record<string, number> = {};
let ended = 0;

async function person(device: Parameters<typeof openBrowser>[0]): Promise<Page> {
  const browser = await openBrowser(device);
  browsers.push(browser);
  return browser.pages()[0] ?? browser.newPage();
}

beforeAll(async () => {
  database = await storyDatabase();
  demo = await startDemo(database.url);
  house = demo.coops.find(({ slug }) => slug === 'harbour')?.address ?? '';
});

afterAll(async () => {
  for (const browser of browsers) await browser[Symbol.asyncDispose]();
  await secondHall?.stop();
  await demo?.stop();
  await database?.stop();
});

test('a member signs in by the mailed link', async () => {
  member = await person(laptop);
  await signInByLink(member, demo, house, memberEmail);
});

test('makes a room with a lobby', async () => {
  await member.getByRole('button', { name: 'New room' }).click();
  const dialog = member.getByRole('dialog');
  await dialog.getByLabel('Name of the room').fill('Repair café');
  await dialog.getByLabel('Guests wait in the lobby').check();
  await dialog.getByRole('button', { name: 'Make the room' }).click();
  await member.getByRole('heading', { name: 'Repair café', level: 1 }).waitFor();
  roomPage = member.url();
  link = `${house}/r/repair-cafe`;
  expect(await member.getByRole('main').textContent()).toContain(link.replace(/^https?:\/\//, ''));
});

test('starts it', async () => {
  await member.getByRole('button', { name: 'Start the meeting' }).click();
  await enterHall(member, english);
  await inMeeting(member);
  came.Priya = Date.now();
});

test('a guest on a phone opens the link in French, gives a name and waits', async () => {
  guest = await person(phone);
  await guest.goto(link);
  await guest.getByLabel('Votre nom').fill('Hélène');
  await guest.getByRole('button', { name: 'Entrer dans la salle' }).click();
  await enterHall(guest, french);
  await guest.waitForSelector('html[data-state="lobby"][lang="fr"]');
});

test('and is admitted', async () => {
  await member.getByRole('region', { name: 'In the lobby' }).getByRole('button', { name: 'Let in' }).click();
  await inMeeting(guest);
  came.Hélène = Date.now();
});

test('for ten seconds each sees and hears the other', async () => {
  for (const page of [member, guest]) await page.locator('.mtile:not(.mtile-you) video').first().waitFor();
  await member.waitForTimeout(1000);
  const [atMember, atGuest] = await Promise.all([receivedFor(member, 10), receivedFor(guest, 10)]);
  for (const [who, got] of Object.entries({ member: atMember, guest: atGuest })) {
    console.log(`${who}: ${got.fps.toFixed(1)} frames a second, sound energy ${got.energy.toExponential(1)}`);
    expect(got.fps).toBeGreaterThanOrEqual(15);
    expect(got.energy).toBeGreaterThan(1e-5);
  }
  expect(await pictureChanges(member, '.mtile:not(.mtile-you) video')).toBe(true);
  expect(await pictureChanges(guest, '.mtile:not(.mtile-you) video')).toBe(true);
});

test('the chat crosses both ways', async () => {
  await say(member, english, 'Good evening');
  await showsChat(guest, ['Good evening']);
  await say(guest, french, 'Bonsoir à vous');
  await showsChat(member, ['Good evening', 'Bonsoir à vous']);
});

test('the member shares a screen and the guest sees it', async () => {
  await member.getByRole('button', { name: 'Share a screen' }).click();
  await guest.waitForSelector('video[data-source="screen"]');
  await guest.waitForFunction(() => {
    const video = document.querySelector<HTMLVideoElement>('video[data-source="screen"]');
    return video !== null && (video.getVideoPlaybackQuality().totalVideoFrames ?? 0) > 2;
  });
  await member.getByRole('button', { name: 'Share a screen' }).click();
  await guest.waitForSelector('video[data-source="screen"]', { state: 'detached' });
});

test('a third joins late and reads what was said', async () => {
  late = await person({ ...laptop, viewport: { width: 1000, height: 700 } });
  await late.goto(link);
  await late.getByLabel('Your name').fill('Rui');
  await late.getByRole('button', { name: 'Enter the room' }).click();
  await enterHall(late, english);
  await late.waitForSelector('html[data-state="lobby"]');
  await member.getByRole('region', { name: 'In the lobby' }).getByRole('button', { name: 'Let in' }).click();
  await inMeeting(late);
  came.Rui = Date.now();
  await say(late, english, 'Sorry I am late');
  await showsChat(late, ['Good evening', 'Bonsoir à vous', 'Sorry I am late']);
});

test('the media process is killed, and everybody has sound and picture again within 5 s', async () => {
  const everybody = [member, guest, late];
  await Promise.all(everybody.map(rememberConnection));
  const media = await theProcess(demo.pid, /media\/embedded\/child/);
  const at = Date.now();
  process.kill(media.pid, 'SIGKILL');
  const took = await Promise.all(everybody.map((page) => flowsAnew(page, at, 5000)));
  console.log(`sound and picture again after ${took.join(', ')} ms`);
});

test('the hall is killed and restarted, and everybody is back within 15 s with the chat complete', async () => {
  const everybody = [member, guest, late];
  await Promise.all(everybody.map(rememberConnection));
  const hall = await theProcess(demo.pid, /services\/hall\/src\/main/);
  const at = Date.now();
  process.kill(hall.pid, 'SIGKILL');
  const took = await Promise.all(everybody.map((page) => flowsAnew(page, at, 15_000)));
  console.log(`back after ${took.join(', ')} ms`);
  await say(late, english, 'Where were we?');
  const all = ['Good evening', 'Bonsoir à vous', 'Sorry I am late', 'Where were we?'];
  for (const page of everybody) await showsChat(page, all);
});

test('the member ends the meeting for everyone', async () => {
  await member.getByRole('button', { name: 'Leave' }).click();
  const dialog = member.getByRole('dialog');
  await dialog.getByRole('button', { name: 'End for everyone' }).click();
  for (const page of [member, guest, late]) await page.waitForSelector('html[data-state="over"]');
  ended = Date.now();
  expect(await chatTexts(member)).toEqual([]);
});

test('the room page shows who was there, right to 2 s', async () => {
  await member.goto(roomPage);
  await member.getByText('Who came').waitFor();
  const meetings = await member.evaluate(async () => {
    const base = document.querySelector<HTMLMetaElement>('meta[name="koinon-base"]')?.content ?? '';
    const id = location.pathname.split('/').at(-1);
    for (let tries = 0; tries < 50; tries++) {
      const found = await (await fetch(`${base}/api/rooms/${id}/meetings`)).json();
      if (found[0]?.endedAt) return found;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error('the meeting did not end at the hub');
  });
  expect(meetings).toHaveLength(1);
  const { attendees, endedAt } = meetings[0];
  expect(Math.abs(Date.parse(endedAt) - ended)).toBeLessThanOrEqual(2000);
  const seen = attendees.map((attendee: { name: string; role: string; guest: boolean }) => [
    attendee.name,
    attendee.role,
    attendee.guest,
  ]);
  expect(seen.sort()).toEqual([
    ['Hélène', 'attendee', true],
    ['Priya Raman', 'moderator', false],
    ['Rui', 'attendee', true],
  ]);
  for (const { name, stays } of attendees) {
    expect(stays, `${name} was there once, without a break`).toHaveLength(1);
    const from = came[name.split(' ')[0]] ?? 0;
    expect(Math.abs(Date.parse(stays[0].from) - from), `${name} came`).toBeLessThanOrEqual(2000);
    expect(Math.abs(Date.parse(stays[0].until) - ended), `${name} left`).toBeLessThanOrEqual(2000);
  }
  const shown = await member.getByRole('main').textContent();
  for (const name of ['Hélène', 'Priya Raman', 'Rui']) expect(shown).toContain(name);
});

test('an operator attaches a second hall and lets the next meeting run there', async () => {
  secondHall = await startSecondHall();
  const operator = await person(laptop);
  await signInByCode(operator, demo, house, operatorEmail);
  await operator.goto(`${house}/desk`);
  await operator.getByRole('button', { name: 'Attach a server' }).click();
  const dialog = operator.getByRole('dialog');
  await dialog.getByLabel('Name of the server').fill('hall-two');
  await dialog.getByLabel('API address').fill(secondHall.api);
  await dialog.getByLabel('Secret').fill('wrong-secret');
  await dialog.getByRole('button', { name: 'Check and attach' }).click();
  await dialog.getByText('The server answered, but not to this secret.').waitFor();
  await dialog.getByLabel('Secret').fill(secondHall.secret);
  await dialog.getByRole('button', { name: 'Check and attach' }).click();
  await dialog.waitFor({ state: 'detached' });
  await operator.getByRole('button', { name: 'Run the next meeting on hall-two' }).click();
  await operator
    .getByRole('row', { name: /hall-two/ })
    .getByText('Runs here')
    .waitFor();
});

test('the same link opens the next meeting on it', async () => {
  await member.goto(link);
  await member.getByRole('button', { name: /Start the meeting|Enter the room/ }).click();
  await enterHall(member, english);
  await inMeeting(member);
  expect(new URL(member.url()).host).toBe(secondHall?.host);
  await guest.goto(link);
  await guest.getByRole('button', { name: 'Entrer dans la salle' }).click();
  await guest.waitForSelector('html[data-state="door"]');
  expect(new URL(guest.url()).host).toBe(secondHall?.host);
});
