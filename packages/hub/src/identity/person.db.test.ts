import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabases } from '../db/testing/index.ts';
import { namesOf } from './index.ts';
import { type Browser, openBrowser } from './testing/browser.ts';
import { foundHouse, harbour, inviteMember, tisserie } from './testing/houses.ts';
import { signIn } from './testing/mails.ts';
import { type Stand, startStand } from './testing/stand.ts';

testDatabases('people', (at) => {
  let stand: Stand;
  let harbourId = '';
  let tisserieId = '';
  let her: Browser;
  let herId = '';

  beforeAll(async () => {
    stand = await startStand(at.db);
    await stand.startPost();
    harbourId = await foundHouse(stand, harbour);
    tisserieId = await foundHouse(stand, tisserie);
    const person = await inviteMember(stand, harbourId);
    herId = person.id;
    her = openBrowser(stand.app, '/c/harbour');
    await signIn(stand, her, person.email);
  }, 60_000);
  afterAll(() => stand.close());

  const change = (body: unknown) => her.ask('PATCH', '/api/person', body);
  const nameNow = async () =>
    ((await her.ask('GET', '/api/session')).body as { person: { name: string } }).person.name;

  test.each([
    ['سلمى كريم', 'سلمى كريم'],
    ['  Noe\u0301mie \n Tremblay ', 'Noémie Tremblay'],
    ['\u202EgniR', 'gniR'],
    ['👩‍🌾', '👩‍🌾'],
    ['x'.repeat(120), 'x'.repeat(120)],
    [`${'x'.repeat(120)}${' '.repeat(300)}`, 'x'.repeat(120)],
    ['<b>Ann</b> & {n}', '<b>Ann</b> & {n}'],
  ])('a person may be called %j', async (typed, name) => {
    const answer = await change({ name: typed });
    expect([answer.status, answer.body]).toEqual([
      200,
      expect.objectContaining({ person: expect.objectContaining({ name }) }),
    ]);
    expect(await nameNow()).toBe(name);
  });

  test.each([
    ['blank', ' \t\n', 'too-short'],
    ['made of nothing one sees', '\u200B\u200D\u00A0\u3164', 'too-short'],
    ['of 300 letters', 'x'.repeat(300), 'too-long'],
    ['no text', 7, 'malformed'],
  ])('a name that is %s changes nothing', async (_what, name, wrong) => {
    const before = await nameNow();
    const answer = await change({ name });
    expect([answer.status, answer.body]).toEqual([
      400,
      { error: { code: 'invalid', fields: { name: wrong } } },
    ]);
    expect(await nameNow()).toBe(before);
  });

  test('a language is one of those that we speak', async () => {
    expect((await change({ language: 'fr' })).body).toMatchObject({ person: { language: 'fr' } });
    expect((await change({ language: 'tlh' })).body).toEqual({
      error: { code: 'invalid', fields: { language: 'malformed' } },
    });
    expect((await change({})).body).toMatchObject({ person: { language: 'fr' } });
  });

  test('nobody changes an address, an id or a role in passing', async () => {
    const before = (await her.ask('GET', '/api/session')).body;
    await change({ email: 'evil@elsewhere.example', id: 'x', roles: ['operator'] });
    expect((await her.ask('GET', '/api/session')).body).toEqual(before);
  });

  test('without a session there is nobody to change', async () => {
    const answer = await openBrowser(stand.app, '/c/harbour').ask('PATCH', '/api/person', { name: 'Eve' });
    expect([answer.status, answer.body]).toEqual([401, { error: { code: 'not-signed-in' } }]);
  });

  test('an address is one person’s, in any case of letters', async () => {
    const made = await stand.identity.makePerson({ name: 'Rui', email: ' Rui@Rio.Example ' });
    expect(made).toMatchObject({ ok: true, value: { email: 'rui@rio.example', language: null } });
    const again = await stand.identity.makePerson({ name: 'Other', email: 'RUI@rio.example' });
    expect(again).toEqual({ ok: false, error: { code: 'email-known' } });
    expect(await stand.identity.personOf('rUi@rio.example')).toMatchObject({ name: 'Rui' });
    expect(await stand.identity.personOf('nobody@rio.example')).toBeNull();
  });

  test.each([
    [{ name: ' ', email: 'a@b.example' }, 'name'],
    [{ name: 'A', email: 'no address' }, 'email'],
    [{ name: 'A', email: 'a@b.example\nBcc: c@d.example' }, 'email'],
  ])('%j makes no person', async (input, field) => {
    const made = await stand.identity.makePerson(input);
    expect(made).toMatchObject({ ok: false, error: { code: 'invalid', issues: [{ path: [field] }] } });
  });

  test('a house knows the names of its own people alone', async () => {
    const names = (house: string) => at.db.asCoop(house, (tx) => namesOf(tx, [herId, herId]));
    expect([...(await names(harbourId)).keys()]).toEqual([herId]);
    expect([...(await names(tisserieId)).keys()]).toEqual([]);
    expect(await at.db.asCoop(harbourId, (tx) => namesOf(tx, []))).toEqual(new Map());
  });
});
