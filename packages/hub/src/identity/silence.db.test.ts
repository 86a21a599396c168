import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Doors, Tx } from '../db/index.ts';
import { testDatabases } from '../db/testing/index.ts';
import { type Answer, openBrowser } from './testing/browser.ts';
import { foundHouse, harbour, inviteMember } from './testing/houses.ts';
import { askForMail, mailsTo, nextMail, readMail } from './testing/mails.ts';
import { type Stand, startStand } from './testing/stand.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Writes down which kinds of statements pass the doors. */
function watched(seen: string[]): (doors: Doors) => Doors {
  const watch = (tx: Tx): Tx =>
    new Proxy(tx, {
      get(target, name) {
        if (['select', 'insert', 'update', 'delete', 'execute'].includes(String(name)))
          seen.push(String(name));
        return Reflect.get(target, name, target);
      },
    });
  return (doors) => ({
    asCoop: (id, work) => doors.asCoop(id, (tx) => work(watch(tx))),
    asFederation: (work) => {
      seen.push('door');
      return doors.asFederation((tx) => work(watch(tx)));
    },
  });
}

testDatabases('what signing in does not tell', (at) => {
  let stand: Stand;
  let harbourId = '';
  const seen: string[] = [];
  let strangers = 0;

  beforeAll(async () => {
    stand = await startStand(at.db, { watch: watched(seen) });
    harbourId = await foundHouse(stand, harbour);
  }, 60_000);
  afterAll(() => stand.close());
  afterEach(() => stand.clock.turn(25 * hourMs));

  const browser = (headers = {}) => openBrowser(stand.app, '/c/harbour', headers);
  const stranger = () => {
    strangers += 1;
    return `nobody${strangers}@elsewhere.example`;
  };
  const ask = (email: string, from = browser()) => from.ask('POST', '/api/sign-in', { email });
  /** An answer without what is different in any two answers. */
  const outside = ({ status, body, headers, set }: Answer) => ({
    status,
    body,
    headers: { ...headers, date: '', 'set-cookie': '', 'x-ratelimit-reset': '' },
    set: [...set.values()].map((line) => line.replace(/=[\w-]{43};/, '=token;')),
  });
  const workOf = async (run: () => Promise<Answer>) => {
    seen.length = 0;
    const answer = outside(await run());
    return { answer, work: [...seen] };
  };

  // Before the post is started, so that its own work is not counted.
  test('a known and an unknown address get the same answer for the same work', async () => {
    const { email } = await inviteMember(stand, harbourId);
    const known = await workOf(() => ask(email));
    expect(known.answer.status).toBe(202);
    expect(await workOf(() => ask(stranger()))).toEqual(known);
  });

  test('guessing the code of either is answered alike, with the same work', async () => {
    const { email } = await inviteMember(stand, harbourId);
    const guesses = async (address: string) => {
      const guessing = browser();
      await ask(address, guessing);
      const all = [];
      for (let n = 0; n < 6; n += 1) {
        all.push(await workOf(() => guessing.ask('POST', '/api/sign-in/code', { code: `00000${n}` })));
      }
      return all;
    };
    expect(await guesses(stranger())).toEqual(await guesses(email));
  });

  test('both are limited alike: five in a quarter of an hour, twenty in a day', async () => {
    const { email } = await inviteMember(stand, harbourId);
    for (const address of [email, stranger()]) {
      const from = stand.clock.now().getTime();
      for (let n = 0; n < 5; n += 1) {
        expect((await ask(address)).status).toBe(202);
        stand.clock.turn(minuteMs);
      }
      const refused = await ask(address);
      expect(refused).toMatchObject({
        status: 429,
        body: { error: { code: 'too-many', retryAfterS: 600 } },
        headers: { 'retry-after': '600' },
        set: new Map(),
      });
      stand.clock.turn(10 * minuteMs);
      for (let n = 0; n < 15; n += 1) {
        expect((await ask(address)).status).toBe(202);
        stand.clock.turn(5 * minuteMs);
      }
      const passedS = (stand.clock.now().getTime() - from) / 1000;
      expect((await ask(address)).body).toEqual({
        error: { code: 'too-many', retryAfterS: 86_400 - passedS },
      });
      stand.clock.turn(24 * hourMs);
      expect((await ask(address)).status).toBe(202);
    }
  });

  test('asking at once from many places does not get around the limit', async () => {
    const { email } = await inviteMember(stand, harbourId);
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask(email)));
    expect(answers.map(({ status }) => status).sort()).toEqual([
      ...Array(5).fill(202),
      ...Array(7).fill(429),
    ]);
  });

  test('one network asks for sixty addresses in a quarter of an hour', async () => {
    for (const networks of [['203.0.113.7'], ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9']]) {
      const from = (n: number) => browser({ 'x-forwarded-for': networks[n % networks.length] });
      const answers = [];
      for (let n = 0; n <= 60; n += 1) answers.push((await ask(stranger(), from(n))).status);
      expect(answers).toEqual([...Array(60).fill(202), 429]);
      const last = await ask(stranger(), from(0));
      expect(last).toMatchObject({ body: { error: { code: 'too-many', retryAfterS: expect.any(Number) } } });
    }
  });

  test('what was asked before a restart is mailed after it', async () => {
    const { email } = await inviteMember(stand, harbourId);
    const asking = browser();
    await ask(email, asking);
    await stand.startPost();
    const { code } = readMail(await nextMail(stand, email));
    expect((await asking.ask('POST', '/api/sign-in/code', { code })).status).toBe(200);
  });

  test('an address that nobody has is told so, by mail alone, once a day', async () => {
    const address = stranger();
    await ask(address);
    const mail = await nextMail(stand, address);
    expect(mail.subject).toBe('Harbour Street does not know this address');
    expect(readMail(mail)).toEqual({ code: '', token: '' });
    stand.clock.turn(hourMs);
    await ask(address);
    // Written after it, so the one before has been dealt with.
    await askForMail(stand, browser(), (await inviteMember(stand, harbourId)).email);
    expect(await mailsTo(stand, address)).toEqual([mail]);
    stand.clock.turn(25 * hourMs);
    for (const sweep of stand.identity.recurring) await sweep.run();
    await ask(address);
    await vi.waitFor(async () => expect(await mailsTo(stand, address)).toHaveLength(2), { timeout: 20_000 });
  });

  test('at most twenty such mails go out in an hour, and members still get theirs', async () => {
    const asked = Array.from({ length: 30 }, stranger);
    for (const address of asked) await ask(address);
    await askForMail(stand, browser(), (await inviteMember(stand, harbourId)).email);
    const mailed = await Promise.all(asked.map((address) => mailsTo(stand, address)));
    expect(mailed.flat().length).toBeLessThanOrEqual(20);
  });

  test('a forged host is refused, and no forged header gets into a mail', async () => {
    const { email } = await inviteMember(stand, harbourId);
    const unheeded = { forwarded: 'host=evil.example', 'x-original-host': 'evil.example' };
    const forged = await ask(email, browser({ host: 'evil.example' }));
    expect([forged.status, forged.body, forged.set.size]).toEqual([
      403,
      { error: { code: 'foreign-origin' } },
      0,
    ]);
    // Named by a proxy that is trusted, it is another host and refused all the same.
    const sly = await ask(email, browser({ 'x-forwarded-host': 'evil.example' }));
    expect([sly.status, sly.body]).toEqual([403, { error: { code: 'foreign-origin' } }]);
    expect(await mailsTo(stand, email)).toEqual([]);
    const { mail } = await askForMail(stand, browser(unheeded), email);
    expect(mail.text).toContain('http://127.0.0.1:8080/c/harbour/sign-in/link#token=');
    expect(mail.text).not.toContain('evil');
  });

  test('a page of another origin asks for nothing', async () => {
    const { email } = await inviteMember(stand, harbourId);
    const answer = await ask(email, browser({ origin: 'https://elsewhere.example' }));
    expect([answer.status, answer.body]).toEqual([403, { error: { code: 'foreign-origin' } }]);
  });
});
