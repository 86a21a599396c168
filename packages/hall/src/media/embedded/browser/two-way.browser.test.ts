import pino from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../contract/until.ts';
import type { MediaEngine } from '../../engine.ts';
import { startEmbeddedEngine } from '../engine.ts';
import { startChromium } from './chromium.ts';
import { BrowserPerson, type Received } from './person.ts';

type Chromium = Awaited<ReturnType<typeof startChromium>>;

/** Frames a second that must be decoded; the fake camera makes 20. */
const leastFps = 15;

describe('people in real browsers', { timeout: 120_000 }, () => {
  let engine: MediaEngine;
  let chromium: Chromium;
  let people: BrowserPerson[] = [];
  let room = '';
  let rooms = 0;

  beforeAll(async () => {
    const log = pino({ level: 'silent' });
    engine = await startEmbeddedEngine({ host: '127.0.0.1', port: 0, announced: null, log });
    chromium = await startChromium();
  }, 60_000);
  afterAll(async () => {
    await chromium.close();
    await engine.close();
  });
  afterEach(async () => {
    await Promise.all(people.map((person) => person.leave()));
    people = [];
    await (await engine.createRoom(room)).close();
  });

  const meet = async (...ids: string[]): Promise<BrowserPerson[]> => {
    room = `room ${++rooms}`;
    for (const id of ids) await arrive(id);
    return people;
  };
  const arrive = async (id: string): Promise<BrowserPerson> => {
    const person = await BrowserPerson.arrive(chromium.browser, chromium.url, engine, room, id);
    people.push(person);
    return person;
  };

  it('see and hear each other, two, then three with one who comes late', async () => {
    const [ada, ben] = await meet('ada', 'ben');
    if (!ada || !ben) throw new Error('two were to meet');
    const startedMs = performance.now();
    await ada.start('mic', 'camera');
    await sees(ben, 'ada');
    console.log(`figure publish-to-first-frame ${Math.round(performance.now() - startedMs)} ms`);
    await ben.start('mic', 'camera');
    await sees(ada, 'ben');
    await livesUp(ada, 'ben');
    await livesUp(ben, 'ada');

    const cleo = await arrive('cleo');
    await Promise.all([sees(cleo, 'ada'), sees(cleo, 'ben')]);
    await cleo.start('mic', 'camera');
    await Promise.all([sees(ada, 'cleo'), sees(ben, 'cleo')]);
    await livesUp(cleo, 'ada');
    await livesUp(ada, 'cleo');
    await livesUp(ben, 'cleo');
    expect(people.map(({ failures }) => failures)).toEqual([0, 0, 0]);
  });

  it('share a screen and stop, turn the camera off and on, on the same m-lines', async () => {
    const [ada, ben] = await meet('ada', 'ben');
    if (!ada || !ben) throw new Error('two were to meet');
    await ada.start('mic', 'camera');
    await sees(ben, 'ada');
    for (let round = 0; round < 3; round++) {
      await ada.start('screen');
      const screen = await sees(ben, 'ada', 'screen');
      expect(screen.width).toBe(640);
      await ada.stop('screen');
      await gone(ben, 'ada', 'screen');
      await ada.stop('camera');
      await gone(ben, 'ada', 'camera');
      await ada.start('camera');
      await sees(ben, 'ada');
    }
    expect(await ben.measure()).toMatchObject({ mediaLines: 3, errors: [] });
  });

  it('leave and come again ten times: the others see them each time and m-lines do not grow', async () => {
    const [ada] = await meet('ada');
    if (!ada) throw new Error('one was to come');
    await ada.start('mic', 'camera');
    for (let round = 0; round < 10; round++) {
      const ben = await arrive(`ben ${round}`);
      await ben.start('mic', 'camera');
      await Promise.all([sees(ada, ben.id), sees(ben, 'ada')]);
      await ben.leave();
      people.pop();
      await gone(ada, ben.id, 'camera');
    }
    expect(await ada.measure()).toMatchObject({ mediaLines: 2, errors: [] });
    expect(engine.health().peers).toBe(1);
  });

  it('who close their connections vanish at once, and are told only when they do not renew', async () => {
    const [ada, ben] = await meet('ada', 'ben');
    if (!ada || !ben) throw new Error('two were to meet');
    await ada.start('mic', 'camera');
    await sees(ben, 'ada');
    const closedMs = performance.now();
    await ada.page.evaluate('state.pub.close()');
    await gone(ben, 'ada', 'camera');
    expect(ada.failures).toBe(0);
    await until(() => ada.failures === 1, 10_000);
    expect(performance.now() - closedMs).toBeGreaterThan(5_500);
    await ada.renew();
    await sees(ben, 'ada');
    expect([ada.failures, ben.failures]).toEqual([1, 0]);
  });

  it('are back within five seconds after the media process was killed', async () => {
    const [ada, ben] = await meet('ada', 'ben');
    if (!ada || !ben) throw new Error('two were to meet');
    await Promise.all([ada.start('mic', 'camera'), ben.start('mic', 'camera')]);
    await Promise.all([sees(ada, 'ben'), sees(ben, 'ada')]);
    const states: { state: string; atMs: number }[] = [];
    engine.onState((state) => {
      states.push({ state, atMs: performance.now() });
      if (state === 'lost') for (const person of people) person.renew().catch(() => {});
    });
    const killedMs = performance.now();
    process.kill(engine.health().pid ?? 0, 'SIGKILL');
    await until(() => states.length > 0);
    await Promise.all([sees(ada, 'ben', 'camera', killedMs), sees(ben, 'ada', 'camera', killedMs)]);
    const backMs = performance.now() - killedMs;
    expect(states.map(({ state }) => state)).toEqual(['lost', 'ready']);
    const readyMs = Math.round((states[1]?.atMs ?? 0) - killedMs);
    console.log(`figure media-restart ${readyMs} ms; kill-to-frames ${Math.round(backMs)} ms`);
    expect(backMs).toBeLessThan(5_000);
    await livesUp(ada, 'ben');
  });
});

const find = (received: Received[], person: string, source: string): Received | undefined =>
  received.find((each) => each.person === person && each.source === source);

/** Resolves with the first decoded frames of that picture. */
async function sees(who: BrowserPerson, person: string, source = 'camera', sinceMs = 0): Promise<Received> {
  const startedMs = sinceMs || performance.now();
  for (;;) {
    const { received, errors } = await who.measure().catch(() => ({ received: [], errors: [] }));
    expect(errors).toEqual([]);
    const found = find(received, person, source);
    if (found && found.frames > 2 && found.picture !== 0) return found;
    if (performance.now() - startedMs > 20_000)
      throw new Error(`${who.id} does not see ${source} of ${person}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

async function gone(who: BrowserPerson, person: string, source: string): Promise<void> {
  const startedMs = performance.now();
  while (find((await who.measure()).received, person, source)) {
    if (performance.now() - startedMs > 5_000) throw new Error(`${who.id} still has ${source} of ${person}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Resolves when there was a spell of enough frames, a picture that changes and sound above silence. */
async function livesUp(who: BrowserPerson, person: string): Promise<void> {
  const startedMs = performance.now();
  for (;;) {
    const spell = await watch(who, person);
    if (spell.fps >= leastFps && spell.pictures > 3 && spell.energy > 0.0001) return;
    if (performance.now() - startedMs < 30_000) continue; // others may have had the processor
    throw new Error(`${who.id} has too little of ${person}: ${JSON.stringify(spell)}`);
  }
}

/** What is received of that person in three seconds. */
async function watch(
  who: BrowserPerson,
  person: string,
): Promise<{ fps: number; pictures: number; energy: number }> {
  const first = await who.measure();
  const pictures = new Set<number>();
  let last = first;
  for (let look = 0; look < 6; look++) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    last = await who.measure();
    pictures.add(find(last.received, person, 'camera')?.picture ?? 0);
  }
  const gained = (source: string, what: 'frames' | 'energy'): number =>
    (find(last.received, person, source)?.[what] ?? 0) - (find(first.received, person, source)?.[what] ?? 0);
  const fps = (gained('camera', 'frames') * 1000) / (last.atMs - first.atMs);
  return { fps, pictures: pictures.size, energy: gained('mic', 'energy') };
}
