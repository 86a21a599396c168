import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { testDatabases } from '../db/testing/index.ts';
import { type Browser, openBrowser } from './testing/browser.ts';
import { foundHouse, harbour, inviteMember, tisserie } from './testing/houses.ts';
import { askForMail, mailsTo } from './testing/mails.ts';
import { type Stand, startStand } from './testing/stand.ts';

const wrongBy = (code: string, n: number) => String((Number(code) + n) % 1_000_000).padStart(6, '0');
const problem = (code: string, more = {}) => ({ error: { code, ...more } });
const minutes = (n: number) => n * 60_000;

testDatabases('signing in', (at) => {
  let stand: Stand;
  let harbourId = '';

  beforeAll(async () => {
    stand = await startStand(at.db);
    await stand.startPost();
    harbourId = await foundHouse(stand, harbour);
    await foundHouse(stand, tisserie);
  }, 60_000);
  afterAll(() => stand.close());
  // Limits are per address and per day.
  afterEach(() => stand.clock.turn(minutes(60 * 25)));

  const browser = (at = '/c/harbour', headers = {}) => openBrowser(stand.app, at, headers);
  const member = (name?: string, language: 'en' | 'fr' | null = null) =>
    inviteMember(stand, harbourId, { language, ...(name === undefined ? {} : { name }) });
  const askIn = (asking: Browser, email: string) => askForMail(stand, asking, email);
  const byCode = (from: Browser, code: string) => from.ask('POST', '/api/sign-in/code', { code });
  const byLink = (from: Browser, token: string) => from.ask('POST', '/api/sign-in/link', { token });

  test('the code of the mail signs in the browser that asked', async () => {
    const priya = await member();
    const here = browser();
    const { asked, code, mail } = await askIn(here, priya.email);
    expect(asked.body).toEqual({ minutes: 15, outbox: 'http://127.0.0.1:8080/c/harbour/outbox' });
    expect(asked.set.get('koinon-asking')).toMatch(
      /^koinon-asking=[\w-]{43}; Max-Age=900; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(mail.subject).toBe('Your code for Harbour Street');
    const entered = await byCode(here, code);
    const person = { id: priya.id, name: 'Priya Raman', email: priya.email, language: null };
    const session = { house: harbour, person, roles: ['member', 'admin'], demo: true, houses: [] };
    expect([entered.status, entered.body]).toEqual([200, session]);
    expect(entered.set.get('koinon')).toMatch(
      /^koinon=[\w-]{43}; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect((await here.ask('GET', '/api/session')).body).toEqual(session);
    const out = await here.ask('POST', '/api/sign-out');
    expect([out.status, out.body, here.cookies.size]).toEqual([204, null, 0]);
    expect((await here.ask('GET', '/api/session')).body).toMatchObject({ person: null, roles: [] });
  });

  test('a session ends with its sign-out, also for whoever kept its cookie', async () => {
    const priya = await member();
    const here = browser();
    await byCode(here, (await askIn(here, priya.email)).code);
    const kept = new Map(here.cookies);
    await here.ask('POST', '/api/sign-out');
    for (const [name, value] of kept) here.cookies.set(name, value);
    expect((await here.ask('GET', '/api/session')).body).toMatchObject({ person: null });
  });

  test('the link of the mail signs in any browser, once', async () => {
    const priya = await member();
    const { token } = await askIn(browser(), priya.email);
    const phone = browser();
    expect(await byLink(phone, token)).toMatchObject({ status: 200, body: { person: { id: priya.id } } });
    const replayed = await byLink(browser(), token);
    expect([replayed.status, replayed.body]).toEqual([422, problem('link-spent')]);
  });

  test('code and link spend each other', async () => {
    const priya = await member();
    const first = browser();
    const one = await askIn(first, priya.email);
    await byLink(browser(), one.token);
    expect((await byCode(first, one.code)).body).toEqual(problem('code-spent'));
    const second = browser();
    const two = await askIn(second, priya.email);
    await byCode(second, two.code);
    expect((await byLink(browser(), two.token)).body).toEqual(problem('link-spent'));
    expect((await byCode(second, two.code)).body).toEqual(problem('code-spent'));
  });

  test('both end after fifteen minutes', async () => {
    const priya = await member();
    const late = browser();
    const { code, token } = await askIn(late, priya.email);
    stand.clock.turn(minutes(15));
    expect((await byCode(late, code)).body).toEqual(problem('code-spent'));
    expect((await byLink(late, token)).body).toEqual(problem('link-spent'));
    const punctual = browser();
    const again = await askIn(punctual, priya.email);
    stand.clock.turn(minutes(15) - 1);
    expect((await byCode(punctual, again.code)).status).toBe(200);
  });

  test('five tries, of which the fifth may be right', async () => {
    const priya = await member();
    const careless = browser();
    const { code } = await askIn(careless, priya.email);
    for (const triesLeft of [4, 3, 2, 1]) {
      const wrong = await byCode(careless, wrongBy(code, triesLeft));
      expect([wrong.status, wrong.body]).toEqual([422, problem('code-wrong', { triesLeft })]);
    }
    expect((await byCode(careless, code)).status).toBe(200);
  });

  test('after five wrong codes the right one is spent, and the link still works', async () => {
    const priya = await member();
    const guessing = browser();
    const { code, token } = await askIn(guessing, priya.email);
    const answers = [];
    for (let n = 1; n <= 5; n += 1) answers.push((await byCode(guessing, wrongBy(code, n))).body);
    expect(answers.at(-1)).toEqual(problem('code-wrong', { triesLeft: 0 }));
    const right = await byCode(guessing, code);
    expect([right.status, right.body]).toEqual([422, problem('code-spent')]);
    expect((await byLink(browser(), token)).status).toBe(200);
  });

  test('a code is nothing in another browser, and takes no tries there', async () => {
    const priya = await member();
    const asking = browser();
    const { code } = await askIn(asking, priya.email);
    expect((await byCode(browser(), code)).body).toEqual(problem('code-spent'));
    const strange = browser();
    strange.cookies.set('koinon-asking', 'x'.repeat(43));
    for (let n = 0; n < 6; n += 1) expect((await byCode(strange, code)).body).toEqual(problem('code-spent'));
    const another = browser();
    await askIn(another, priya.email);
    expect((await byCode(another, code)).body).toEqual(problem('code-wrong', { triesLeft: 4 }));
    expect((await byCode(asking, code)).status).toBe(200);
  });

  test('code and link are good in the house where they were asked for, and trying elsewhere spends nothing', async () => {
    const priya = await member();
    const here = browser();
    const { code, token } = await askIn(here, priya.email);
    const there = browser('/c/tisserie');
    for (const [name, value] of here.cookies) there.cookies.set(name, value);
    expect((await byCode(there, code)).body).toEqual(problem('code-spent'));
    expect((await byLink(there, token)).body).toEqual(problem('link-spent'));
    expect((await byLink(browser(), token)).status).toBe(200);
  });

  test.each([
    ['a changed letter', (token: string) => `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`],
    ['a letter more', (token: string) => `${token}A`],
    ['another id', (token: string) => `B${token.slice(1)}`],
    ['other signs', () => '../../../etc/passwd?token=1'],
  ])('a link with %s is spent', async (_what, change) => {
    const priya = await member();
    const { token } = await askIn(browser(), priya.email);
    const answer = await byLink(browser(), change(token));
    expect([answer.status, answer.body]).toEqual([422, problem('link-spent')]);
  });

  test('many browsers that open one link at once are one sign-in', async () => {
    const priya = await member();
    const { token } = await askIn(browser(), priya.email);
    const answers = await Promise.all(Array.from({ length: 12 }, () => byLink(browser(), token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(11).fill(422)]);
  });

  test('many guesses at once are five guesses', async () => {
    const priya = await member();
    const guessing = browser();
    const { code } = await askIn(guessing, priya.email);
    const guesses = Array.from({ length: 20 }, (_, n) => byCode(guessing, wrongBy(code, n + 1)));
    const codes = (await Promise.all(guesses)).map(
      ({ body }) => (body as { error: { code: string } }).error.code,
    );
    expect(codes.filter((one) => one === 'code-wrong')).toHaveLength(5);
    expect(codes.filter((one) => one === 'code-spent')).toHaveLength(15);
  });

  test('who signs in anew in a browser ends the session that was there', async () => {
    const [priya, tom] = [await member(), await member('Tom Adeyemi')];
    const shared = browser();
    await byCode(shared, (await askIn(shared, priya.email)).code);
    const before = shared.cookies.get('koinon') ?? '';
    const entered = await byCode(shared, (await askIn(shared, tom.email)).code);
    expect(entered.body).toMatchObject({ person: { name: 'Tom Adeyemi' } });
    expect(await stand.identity.findAsker(before, null)).toBeNull();
  });

  test('a member of one house is known in another, without a role', async () => {
    const priya = await member();
    const there = browser('/c/tisserie');
    const entered = await byCode(there, (await askIn(there, priya.email)).code);
    expect(entered.body).toMatchObject({ house: { slug: 'tisserie' }, person: { id: priya.id }, roles: [] });
  });

  test('the mail speaks the language of the person, else of the page, else of the house', async () => {
    const chosen = await member('Noémie', 'fr');
    expect((await askIn(browser(), chosen.email)).mail.subject).toBe('Votre code pour Harbour Street');
    const none = await member();
    expect((await askIn(browser('/c/tisserie'), none.email)).mail.subject).toBe(
      'Votre code pour La Tisserie',
    );
    const french = browser('/c/harbour', { 'accept-language': 'fr-CA,en;q=0.5' });
    expect((await askIn(french, none.email)).mail.subject).toBe('Votre code pour Harbour Street');
    await french.ask('POST', '/api/sign-in', { email: none.email, language: 'en' });
    await vi.waitFor(async () =>
      expect((await mailsTo(stand, none.email))[0]?.subject).toBe('Your code for Harbour Street'),
    );
  });

  test.each([
    '',
    'no-at',
    'a@b',
    'a@@b.example',
    'a@b.example\r\nBcc: x@y.example',
    `${'a'.repeat(250)}@b.example`,
  ])('the address %j is no address', async (email) => {
    const answer = await browser().ask('POST', '/api/sign-in', { email });
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'invalid' } }, set: new Map() });
  });

  test('capitals in an address do not matter', async () => {
    const priya = await member();
    const here = browser();
    const asked = await here.ask('POST', '/api/sign-in', { email: priya.email.toUpperCase() });
    expect(asked.status).toBe(202);
    await vi.waitFor(async () => expect(await mailsTo(stand, priya.email)).toHaveLength(1));
  });

  test.each(['12345', '1234567', '12 456', 'abcdef', '١٢٣٤٥٦'])('%j is no code', async (code) => {
    const answer = await browser().ask('POST', '/api/sign-in/code', { code });
    expect([answer.status, answer.body]).toEqual([
      400,
      problem('invalid', { fields: { code: 'malformed' } }),
    ]);
  });

  test('where no co-op lives nobody signs in, and the houses are shown', async () => {
    const front = browser('');
    expect((await front.ask('POST', '/api/sign-in', { email: 'a@b.example' })).status).toBe(404);
    expect((await front.ask('GET', '/api/session')).body).toEqual({
      house: null,
      person: null,
      roles: [],
      demo: true,
      houses: [
        { name: 'Harbour Street', address: 'http://127.0.0.1:8080/c/harbour' },
        { name: 'La Tisserie', address: 'http://127.0.0.1:8080/c/tisserie' },
      ],
    });
  });
});
