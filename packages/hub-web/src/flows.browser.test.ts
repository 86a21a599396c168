import type { RoomView, SessionView } from '@koinon/hub/wire';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startChromium, type Visit, visit } from './testing/browser.ts';
import { buildPages } from './testing/build-pages.ts';
import { door, harbour, noemie, priya, room, rooms, servers, session, tisserie } from './testing/fixtures.ts';
import { type ScriptedHub, startScriptedHub } from './testing/scripted-hub.ts';

// What people do, pressed through in a real browser against the scripted hub.
let browser: Browser;
let hub: ScriptedHub;
let remove = async () => {};
const visits: Visit[] = [];

beforeAll(async () => {
  const built = await buildPages();
  remove = built.remove;
  hub = await startScriptedHub(built.webRoot);
  browser = await startChromium();
});
afterAll(async () => {
  await browser?.close();
  await hub?.close();
  await remove();
});
beforeEach(() => {
  hub.asked.length = 0;
  hub.script = {};
  hub.session = (house) => session(house, null, [], hub.origin);
});
afterEach(async () => {
  const complaints = visits.flatMap((one) => one.complaints);
  for (const one of visits.splice(0)) await one.leave();
  expect(complaints).toEqual([]);
});

async function open(path: string, options: Parameters<typeof visit>[2] = {}) {
  const one = await visit(browser, hub.origin + path, options);
  visits.push(one);
  return one.page;
}
const asked = (method: string) => hub.asked.filter((one) => one.method === method);
const member = (): SessionView => session(harbour, priya, ['member', 'operator'], hub.origin);
const bodyOf = (path: string) => hub.asked.findLast((one) => one.path === path && one.method !== 'GET')?.body;

describe('signing in', () => {
  it('by code: a wrong one says how many tries are left, the right one opens the door one came from', async () => {
    hub.script = {
      'POST /api/sign-in': { status: 202, json: { minutes: 15, outbox: null } },
      'POST /api/sign-in/code': { problem: { code: 'code-wrong', triesLeft: 4 } },
      'GET /api/links/x': { json: { ...door, may: 'sign-in' } },
    };
    const page = await open('/c/harbour/r/x');
    await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await page.getByText('Write your e-mail address').waitFor();
    await page.getByLabel('Your e-mail address').fill(` ${priya.email} `);
    await page.keyboard.press('Enter');
    await page.getByLabel('Six digits').pressSequentially('111 111');
    await page.getByText('4 tries are left.').waitFor();
    expect(await page.getByLabel('Six digits').inputValue()).toBe('');
    expect(bodyOf('/api/sign-in')).toEqual({ email: priya.email, language: 'en' });

    hub.script['POST /api/sign-in/code'] = { json: member() };
    hub.script['GET /api/links/x'] = { json: door };
    hub.session = member;
    await page.getByLabel('Six digits').pressSequentially('482913');
    await page.waitForURL('**/c/harbour/r/x');
    await page.getByRole('button', { name: 'Enter the room' }).waitFor();
    expect(bodyOf('/api/sign-in/code')).toEqual({ code: '482913' });
  });

  it('keeps the field for the code when a phone drops the page meanwhile', async () => {
    hub.script = { 'POST /api/sign-in': { status: 202, json: { minutes: 15, outbox: null } } };
    const page = await open('/c/harbour/sign-in');
    await page.getByLabel('Your e-mail address').fill(priya.email);
    await page.keyboard.press('Enter');
    await page.getByLabel('Six digits').waitFor();
    await page.reload();
    await page.getByLabel('Six digits').waitFor();
    await page.getByText(priya.email).waitFor();
  });

  it('by link: opening it asks nothing of the hub and hides the token; pressing the key signs in', async () => {
    const token = 'abcdefghijklmnopqrstuvwxyz';
    hub.script = { 'POST /api/sign-in/link': { problem: { code: 'link-spent' } } };
    const page = await open(`/c/harbour/sign-in/link?token=${token}`);
    await page.getByRole('heading', { name: 'Sign in to Harbour Street' }).waitFor();
    expect(asked('POST')).toEqual([]);
    expect(page.url()).not.toContain(token);

    hub.script = { 'POST /api/sign-in/link': { json: member() }, 'GET /api/rooms': { json: [] } };
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Which room?' }).waitFor();
    expect(bodyOf('/api/sign-in/link')).toEqual({ token });
  });

  it('by a spent link: says so and leads to a new code', async () => {
    hub.script = { 'POST /api/sign-in/link': { problem: { code: 'link-spent' } } };
    const page = await open('/c/harbour/sign-in/link#token=abcdefghijklmnopqrstuvwxyz');
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'This link no longer works' }).waitFor();
    await page.getByRole('link', { name: 'Have a new code sent' }).click();
    await page.getByLabel('Your e-mail address').waitFor();
  });
});

describe('rooms', () => {
  it('are made, changed, deleted and taken back', async () => {
    hub.session = member;
    const made = room(hub.origin, harbour, { id: 'r9', name: 'Repair café', linkName: 'repair-cafe' });
    let mine: RoomView[] = [];
    hub.script = {
      'GET /api/rooms': () => ({ json: mine }),
      'POST /api/rooms': () => {
        mine = [made];
        return { status: 201, json: made };
      },
      'GET /api/rooms/r9': () =>
        mine[0] ? { json: mine[0] } : { problem: { code: 'not-found' }, status: 404 },
      'GET /api/rooms/r9/meetings': { json: [] },
      'PATCH /api/rooms/r9': ({ body }) => {
        mine = [{ ...made, ...(body as Partial<RoomView>) }];
        return { json: mine[0] };
      },
      'DELETE /api/rooms/r9': () => {
        mine = [];
        return { status: 204, json: null };
      },
      'POST /api/rooms/r9/restore': () => {
        mine = [made];
        return { json: made };
      },
    };
    const page = await open('/c/harbour/');
    await page.getByRole('button', { name: 'Make your first room' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name of the room').fill('Repair café');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Repair café', level: 1 }).waitFor();
    expect(bodyOf('/api/rooms')).toEqual({
      name: 'Repair café',
      purpose: 'conversation',
      lobby: 'guests',
      whoMayStart: 'owner',
    });

    await page.getByText('Entering', { exact: true }).first().click();
    await page.getByLabel('Everybody walks in').check();
    await page.getByRole('button', { name: 'Save' }).first().click();
    await page.getByText('Whoever has the link walks in.').waitFor();

    await page.getByRole('button', { name: 'Delete the room' }).click();
    await page.getByText('You have no room yet').waitFor();
    await page.getByRole('button', { name: 'Take it back' }).click();
    await page.getByRole('link', { name: 'Repair café' }).waitFor();
  });

  it('change before one’s eyes when the hub tells', async () => {
    hub.session = member;
    const [open_, free] = rooms(hub.origin, harbour);
    hub.script = { 'GET /api/rooms': { json: [free] } };
    const page = await open('/c/harbour/');
    await page.getByText('Free').waitFor();
    hub.script = { 'GET /api/rooms': { json: [open_] } };
    hub.tell();
    await page.getByText('Open · 7 people').waitFor();
  });

  it('start by their key, and say so when no server does', async () => {
    hub.session = member;
    const [, free] = rooms(hub.origin, harbour);
    hub.script = {
      'GET /api/rooms': { json: [free] },
      'POST /api/links/tenants-advice-desk/enter': { problem: { code: 'server-down' }, status: 503 },
    };
    const page = await open('/c/harbour/');
    await page.getByRole('button', { name: 'Start Tenants’ advice desk' }).click();
    await page.getByText('The room and its link are kept').waitFor();
    hub.script['POST /api/links/tenants-advice-desk/enter'] = {
      json: { joinUrl: `${hub.origin}/c/tisserie/` },
    };
    await page.getByRole('button', { name: 'Start Tenants’ advice desk' }).click();
    await page.waitForURL('**/c/tisserie/**');
    expect(bodyOf('/api/links/tenants-advice-desk/enter')).toEqual({ language: 'en' });
  });

  it('lead to where one was invited', async () => {
    hub.session = member;
    hub.script = { 'GET /api/rooms': { json: [] }, 'GET /api/links/cercle-du-mardi': { json: door } };
    const page = await open('/c/harbour/');
    await page.getByLabel('The link you were given').fill('not a link');
    await page.keyboard.press('Enter');
    await page.getByText('This does not lead to a room').waitFor();
    await page.getByLabel('The link you were given').fill(`${hub.origin}/c/tisserie/r/cercle-du-mardi`);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/c/tisserie/r/cercle-du-mardi');
  });
});

describe('a door', () => {
  it('lets a guest wait for the start, shows the key then, and keeps the name', async () => {
    hub.script = { 'GET /api/links/cercle': { json: { ...door, may: 'wait', running: null } } };
    const page = await open('/c/tisserie/r/cercle', {
      locale: 'fr-CA',
      viewport: { width: 360, height: 740 },
    });
    await page.getByText('n’a pas encore commencé').waitFor();
    expect(await page.getByRole('button', { name: 'Entrer dans la salle' }).count()).toBe(0);

    hub.script = {
      'GET /api/links/cercle': { json: door },
      'POST /api/links/cercle/enter': { json: { joinUrl: `${hub.origin}/` } },
    };
    hub.tell();
    await page.getByRole('button', { name: 'Entrer dans la salle' }).click();
    await page.getByText('Écrivez votre nom').waitFor();
    expect(await page.getByLabel('Votre nom').evaluate((field) => field === document.activeElement)).toBe(
      true,
    );
    await page.getByLabel('Votre nom').fill('  Hélène ');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${hub.origin}/`);
    expect(bodyOf('/api/links/cercle/enter')).toEqual({ name: 'Hélène', language: 'fr' });

    await page.goto(`${hub.origin}/c/tisserie/r/cercle`);
    expect(await page.getByLabel('Votre nom').inputValue()).toBe('Hélène');
  });

  it('says that the meeting ended meanwhile, and waits again', async () => {
    hub.script = {
      'GET /api/links/cercle': { json: door },
      'POST /api/links/cercle/enter': { problem: { code: 'not-started' }, status: 409 },
    };
    const page = await open('/c/tisserie/r/cercle');
    await page.getByLabel('Your name').fill('Rui');
    hub.script['GET /api/links/cercle'] = { json: { ...door, may: 'wait', running: null } };
    await page.getByRole('button', { name: 'Enter the room' }).click();
    await page.getByText('has just ended').waitFor();
    await page.getByText('has not started yet').waitFor();
    expect(await page.getByLabel('Your name').inputValue()).toBe('Rui');
  });

  it('opens without a language that the house lacks, and changes it on the spot', async () => {
    hub.script = { 'GET /api/links/cercle': { json: door } };
    const page = await open('/c/tisserie/r/cercle', { locale: 'de-DE' });
    await page.getByLabel('Votre nom').waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('fr');
    await page.getByLabel('Langue').selectOption('en');
    await page.getByLabel('Your name').waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await page.reload();
    await page.getByLabel('Your name').waitFor();
  });

  it('opens where the browser bars storage', async () => {
    hub.script = { 'GET /api/links/cercle': { json: door } };
    const one = await visit(browser, 'about:blank', { locale: 'fr-CA' });
    visits.push(one);
    await one.page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('barred', 'SecurityError');
          },
        });
      }
    });
    await one.page.goto(`${hub.origin}/c/tisserie/r/cercle`);
    await one.page.getByRole('button', { name: 'Entrer dans la salle' }).waitFor();
  });

  it('carries a name of 300 letters, and one from right to left, without breaking', async () => {
    hub.script = {
      'GET /api/links/cercle': { json: { ...door, host: 'x'.repeat(120), room: 'مجلس الجيران' } },
    };
    const page = await open('/c/tisserie/r/cercle', { viewport: { width: 360, height: 740 } });
    await page.getByLabel('Your name').fill('y'.repeat(300));
    expect((await page.getByLabel('Your name').inputValue()).length).toBe(120);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

  it('needs at most 150 kB of program, compressed', async () => {
    hub.script = { 'GET /api/links/cercle': { json: door } };
    const page = await open('/c/tisserie/r/cercle', { locale: 'fr-CA' });
    await page.getByRole('button', { name: 'Entrer dans la salle' }).waitFor();
    const bytes = await page.evaluate(async () => {
      const programs = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'));
      const sizes = await Promise.all(
        programs.map(async ({ name }) => {
          const packed = (await fetch(name)).body?.pipeThrough(new CompressionStream('gzip'));
          return (await new Response(packed).arrayBuffer()).byteLength;
        }),
      );
      return sizes.reduce((sum, size) => sum + size, 0);
    });
    console.log(`program of the door page: ${(bytes / 1000).toFixed(1)} kB gzipped`);
    expect(bytes).toBeLessThan(150_000);
  });
});

describe('the desk', () => {
  it('attaches a server, with the answer beside the field it is about', async () => {
    hub.session = member;
    let attached = servers.slice(0, 1);
    const added = {
      ...attached[0],
      id: 's9',
      name: 'hall-two',
      next: false,
      meetings: 0,
    } as (typeof servers)[0];
    hub.script = {
      'GET /api/desk/servers': () => ({ json: attached }),
      'POST /api/desk/servers': { problem: { code: 'server-unreachable' } },
    };
    const page = await open('/c/harbour/desk');
    await page.getByRole('button', { name: 'Attach a server' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Check and attach' }).click();
    await dialog.getByText('Write the whole address').waitFor();
    await dialog.getByLabel('Name of the server').fill('hall-two');
    await dialog.getByLabel('API address').fill('https://hall-two.example/bigbluebutton/api');
    await dialog.getByLabel('Secret').fill('s3cret');
    await dialog.getByRole('button', { name: 'Check and attach' }).click();
    await dialog.getByText('Nothing answered at this address.').waitFor();
    expect(await dialog.getByLabel('Secret').inputValue()).toBe('s3cret');

    hub.script['POST /api/desk/servers'] = () => {
      attached = [...attached, added];
      return { status: 201, json: added };
    };
    await dialog.getByRole('button', { name: 'Check and attach' }).click();
    await page.getByRole('row', { name: /hall-two/ }).waitFor();
    expect(bodyOf('/api/desk/servers')).toEqual({
      kind: 'hall',
      name: 'hall-two',
      api: 'https://hall-two.example/bigbluebutton/api',
      secret: 's3cret',
    });

    hub.script['PATCH /api/desk/servers/s9'] = () => {
      attached = attached.map((one) => ({ ...one, next: one.id === 's9' }));
      return { json: attached[1] };
    };
    await page.getByRole('button', { name: 'Run the next meeting on hall-two' }).click();
    await page
      .getByRole('row', { name: /hall-two/ })
      .getByText('Runs here')
      .waitFor();

    hub.script['DELETE /api/desk/servers/s9'] = { problem: { code: 'server-in-use' }, status: 409 };
    await page.getByRole('button', { name: 'More about hall-two' }).click();
    await page.getByRole('button', { name: 'Remove this server' }).click();
    const keep = page.getByRole('button', { name: 'Keep it' });
    expect(await keep.evaluate((key) => key === document.activeElement)).toBe(true);
    await page.getByRole('button', { name: 'Remove it' }).click();
    await page.getByText('Meetings are running on this server.').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});

describe('the house', () => {
  it('says that the hub is silent, keeps what is shown, and goes on when it answers', async () => {
    hub.session = member;
    const mine = { json: rooms(hub.origin, harbour) };
    hub.script = { 'GET /api/rooms': mine };
    const page = await open('/c/harbour/');
    await page.getByText('Morning circle').waitFor();
    hub.script = { 'GET /api/rooms': { silent: true }, 'GET /api/session': { silent: true } };
    hub.tell();
    await page.getByText('This site does not answer.').waitFor();
    await page.getByText('Morning circle').waitFor();
    hub.script = { 'GET /api/rooms': mine };
    await page.getByRole('button', { name: 'Ask again now' }).click();
    await page.getByText('This site does not answer.').waitFor({ state: 'detached' });
  });

  it('takes a proxy’s error page for silence', async () => {
    hub.session = member;
    hub.script = { 'GET /api/rooms': { status: 502, json: '<html>' } };
    const page = await open('/c/harbour/');
    await page.getByText('This site does not answer.').waitFor();
  });

  it('asks to sign in again when the session is over', async () => {
    hub.session = member;
    hub.script = { 'GET /api/rooms': { json: rooms(hub.origin, harbour) } };
    const page = await open('/c/harbour/');
    await page.getByText('Morning circle').waitFor();
    hub.session = (house) => session(house, null, [], hub.origin);
    hub.script = { 'GET /api/rooms': { problem: { code: 'not-signed-in' }, status: 401 } };
    hub.tell();
    await page.getByLabel('Your e-mail address').waitFor();
  });

  it('is walked through by keyboard: skip link, titles, focus on the new page', async () => {
    hub.session = member;
    hub.script = {
      'GET /api/rooms': { json: rooms(hub.origin, harbour) },
      'GET /api/desk/servers': { json: servers },
    };
    const page = await open('/c/harbour/');
    await page.getByText('Morning circle').waitFor();
    expect(await page.title()).toBe('Which room? · Harbour Street');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Go to the content');
    await page.getByRole('link', { name: 'Servers' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('All servers').waitFor();
    expect(await page.title()).toBe('Servers · Harbour Street');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  });

  it('keeps light or dark, opens and closes the menu by keyboard, and signs out', async () => {
    hub.session = member;
    hub.script = { 'GET /api/rooms': { json: [] }, 'POST /api/sign-out': { status: 204, json: null } };
    const page = await open('/c/harbour/');
    await page.getByRole('button', { name: 'Account of Priya Raman' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Light and dark').selectOption('dark');
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    await page.reload();
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    await page.getByRole('button', { name: 'Account of Priya Raman' }).click();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('button', { name: 'Sign out' }).isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Account of Priya Raman' }).click();
    hub.session = (house) => session(house, null, [], hub.origin);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Your e-mail address').waitFor();
    expect(asked('POST').map(({ path }) => path)).toEqual(['/api/sign-out']);
  });

  it('wears its own paint and no other’s', async () => {
    hub.session = (house) => session(house, noemie, ['member'], hub.origin);
    hub.script = { 'GET /api/rooms': { json: rooms(hub.origin, tisserie) } };
    const page = await open('/c/tisserie/');
    await page.getByText('Cercle du mardi').waitFor();
    const paint = await page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue('--brand'),
    );
    expect(paint.trim()).toBe(tisserie.paint);
    expect(await page.locator('body').textContent()).not.toContain('Harbour');
  });
});
