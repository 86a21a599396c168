import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabases } from '../db/testing/index.ts';
import { type Browser, openBrowser } from './testing/browser.ts';
import { foundHouse, harbour, inviteMember } from './testing/houses.ts';
import { askForMail, signIn } from './testing/mails.ts';
import { type Stand, startStand } from './testing/stand.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

testDatabases('sessions', (at) => {
  let stand: Stand;
  let harbourId = '';
  const url = new URL('https://meet.example.coop/');

  beforeAll(async () => {
    stand = await startStand(at.db, { url });
    await stand.startPost();
    harbourId = await foundHouse(stand, {
      ...harbour,
      hosts: ['rooms.harbour.example', 'old.harbour.example'],
    });
  }, 60_000);
  afterAll(() => stand.close());

  const browser = () => openBrowser(stand.app, '/c/harbour', { host: 'meet.example.coop' });
  const isIn = async (from: Browser) =>
    ((await from.ask('GET', '/api/session')).body as { person: unknown }).person !== null;
  const signedIn = async () => {
    const person = await inviteMember(stand, harbourId);
    const from = browser();
    await signIn(stand, from, person.email);
    return { from, person };
  };

  test('with https the cookies are bound to the host, and for https alone', async () => {
    const { email } = await inviteMember(stand, harbourId);
    const from = browser();
    const { asked, code } = await askForMail(stand, from, email);
    expect(asked.set.get('__Host-koinon-asking')).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const entered = await from.ask('POST', '/api/sign-in/code', { code });
    expect(entered.set.get('__Host-koinon')).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  test('a link leads to the host name that people are given for the house', async () => {
    const { email } = await inviteMember(stand, harbourId);
    const { mail, token } = await askForMail(stand, browser(), email);
    expect(mail.text).toContain(`https://rooms.harbour.example/sign-in/link#token=${token}`);
    const there = openBrowser(stand.app, '', { host: 'rooms.harbour.example' });
    expect((await there.ask('POST', '/api/sign-in/link', { token })).status).toBe(200);
    expect(await isIn(there)).toBe(true);
  });

  test('a browser that comes back stays signed in, thirty days at a time', async () => {
    const { from } = await signedIn();
    for (let n = 0; n < 3; n += 1) {
      stand.clock.turn(30 * dayMs - hourMs);
      expect(await isIn(from)).toBe(true);
    }
    stand.clock.turn(30 * dayMs);
    expect(await isIn(from)).toBe(false);
  });

  test('after a hundred and eighty days it is over in any case', async () => {
    const { from } = await signedIn();
    for (let day = 20; day < 180; day += 20) {
      stand.clock.turn(20 * dayMs);
      expect(await isIn(from)).toBe(true);
    }
    stand.clock.turn(20 * dayMs - 1);
    expect(await isIn(from)).toBe(true);
    stand.clock.turn(1);
    expect(await isIn(from)).toBe(false);
  });

  test.each(['', 'x', 'x'.repeat(43), "' or 1=1 --", 'é'.repeat(43)])(
    'the cookie %j is nobody',
    async (token) => {
      expect(await stand.identity.findAsker(token, harbourId)).toBeNull();
    },
  );

  test('roles are those of the house and of this moment', async () => {
    const { from, person } = await signedIn();
    const roles = async () => ((await from.ask('GET', '/api/session')).body as { roles: unknown }).roles;
    expect(await roles()).toEqual(['member', 'admin']);
    await stand.memberships.setRoles(harbourId, person.id, ['member']);
    expect(await roles()).toEqual(['member']);
    await stand.memberships.end(harbourId, person.id);
    expect(await roles()).toEqual([]);
    expect(await isIn(from)).toBe(true);
  });

  test('what is over is forgotten within an hour, and what was asked within a day', async () => {
    const { from } = await signedIn();
    await from.ask('POST', '/api/sign-out');
    const rows = () =>
      at.asOwner(
        'select (select count(*)::int from sessions where ended) as ended, (select count(*)::int from sign_ins) as asked',
      );
    expect((await rows())[0]).toMatchObject({ ended: expect.any(Number), asked: expect.any(Number) });
    stand.clock.turn(dayMs + 1);
    for (const sweep of stand.identity.recurring) await sweep.run();
    expect(await rows()).toEqual([{ ended: 0, asked: 0 }]);
  });

  test('no token, code or address of a cookie is in the database', async () => {
    const person = await inviteMember(stand, harbourId);
    const from = browser();
    const { code, token } = await askForMail(stand, from, person.email);
    const asking = from.cookies.get('__Host-koinon-asking') ?? 'none';
    const signIns = JSON.stringify(await at.asOwner('select * from sign_ins'));
    for (const secret of [code, token, asking]) expect(signIns).not.toContain(secret);
    await from.ask('POST', '/api/sign-in/code', { code });
    const session = from.cookies.get('__Host-koinon') ?? 'none';
    expect(JSON.stringify(await at.asOwner('select * from sessions'))).not.toContain(session);
  });
});
