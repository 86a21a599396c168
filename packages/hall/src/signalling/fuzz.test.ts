import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FrontEnd } from '../testing/front-end.ts';
import { TestBrowser } from '../testing/test-browser.ts';
import { startTestHall, type TestHall } from '../testing/test-hall.ts';

let hall: TestHall;
let frontEnd: FrontEnd;
let witness: TestBrowser;
beforeAll(async () => {
  hall = await startTestHall();
  frontEnd = new FrontEnd(hall.api);
  await frontEnd.create();
  witness = await TestBrowser.enter(hall.url, await frontEnd.join({ fullName: 'Witness' }));
});
afterAll(() => hall.close());

const TYPES = [
  'hello',
  'enter',
  'devices',
  'chat',
  'hand',
  'admit',
  'deny',
  'publish',
  'answer',
  'renew-media',
  'ping',
  '__proto__',
  'constructor',
];
const anything = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(null, -1, 0.5, 2 ** 53, '', 'on', true, [], {}, ['w_1'], 'x'.repeat(6000)),
);
const FIELDS = ['token', 'mic', 'camera', 'id', 'text', 'up', 'ids', 'sdp', 'tracks', 'version', '__proto__'];
const nearly = fc
  .record({
    type: fc.oneof(fc.constantFrom(...TYPES), anything),
    re: fc.oneof(fc.nat(), anything),
    fields: fc.dictionary(fc.constantFrom(...FIELDS), anything, { maxKeys: 6 }),
  })
  .map(({ type, re, fields }) => JSON.stringify({ type, re, ...fields }));
const frame = fc.oneof(
  nearly,
  fc.string({ unit: 'binary' }),
  fc.json(),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
);

describe('frames of every wrong shape', () => {
  it.each([
    ['before hello', false],
    ['inside', true],
  ])('are answered with an error and change nothing for others, %s', async (_where, inside) => {
    const token = await frontEnd.join({ fullName: 'Fuzz' });
    await fc.assert(
      fc.asyncProperty(fc.array(frame, { minLength: 1, maxLength: 20 }), async (frames) => {
        const browser = inside ? await TestBrowser.enter(hall.url, token) : await TestBrowser.open(hall.url);
        browser.forget();
        for (const one of frames) browser.say(one);
        browser.say({ type: 'ping', re: 424_242 });
        const last = await browser
          .hear((message) => 're' in message && message.re === 424_242)
          .catch(() => null);
        expect(last ?? browser.closed).not.toBeNull();
        const answers = browser.heard.filter(({ type }) => type !== 'publications' && type !== 'person');
        expect(answers.length).toBeGreaterThanOrEqual(browser.closed ? 0 : frames.length);
        browser.close();
        await browser.closing();
      }),
      { numRuns: 60 },
    );
    expect(await witness.ask({ type: 'ping' })).toMatchObject({ type: 'ok' });
    expect(await frontEnd.call('getMeetings')).toContain('<fullName>Witness</fullName>');
  });
});
