import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderInUse } from './journal/index.ts';
import { FrontEnd } from './testing/front-end.ts';
import { HallProcess } from './testing/hall-process.ts';
import { HookReceiver } from './testing/hook-receiver.ts';
import { TestBrowser } from './testing/test-browser.ts';

let dataDir: string;
let receiver: HookReceiver;
let halls: HallProcess[];
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'koinon-kill-'));
  receiver = await HookReceiver.start();
  halls = [];
});
afterEach(async () => {
  await Promise.all(halls.map((hall) => hall.kill()));
  await receiver.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function start(): Promise<HallProcess> {
  const hall = await HallProcess.start(dataDir);
  halls.push(hall);
  return hall;
}

async function journalled(type: string): Promise<number> {
  const [name = ''] = await readdir(join(dataDir, 'meetings'));
  const text = await readFile(join(dataDir, 'meetings', name), 'utf8');
  return text.split(`"type":"${type}"`).length - 1;
}

const chat = (text: string) => ({ type: 'chat', id: crypto.randomUUID(), text }) as const;

describe('a hall that is killed', () => {
  it('knows on return who was there, what was said and what was told', async () => {
    const first = await start();
    const before = new FrontEnd(first.api);
    expect(await before.call('hooks/create', { callbackURL: receiver.url })).toContain('SUCCESS');
    await before.create({ meta: { endCallbackUrl: receiver.url }, guestPolicy: 'ALWAYS_ACCEPT_AUTH' });
    const annToken = await before.join({ fullName: 'Ann' });
    const ann = await TestBrowser.enter(first.url, annToken);
    const ben = await TestBrowser.enter(first.url, await before.join({ fullName: 'Ben', role: 'VIEWER' }));
    const ruiToken = await before.join({ fullName: 'Rui', role: 'VIEWER', guest: true });
    await TestBrowser.enter(first.url, ruiToken);
    const messages = Array.from({ length: 10 }, (_, n) => chat(`message ${n}`));
    const acknowledged: string[] = [];
    for (const message of messages) {
      void ben.ask(message).then(
        () => acknowledged.push(message.id),
        () => undefined,
      );
    }
    await ben.hear(() => acknowledged.length >= 5);
    await receiver.until(() => receiver.told.length === 3);
    while ((await journalled('hook-sent')) < 3) await new Promise((resolve) => setTimeout(resolve, 20));
    await first.kill();
    const killedAt = Date.now();
    expect((await ann.closing()).code).toBe(1006);

    const second = await start();
    const after = new FrontEnd(second.api);
    const back = await TestBrowser.open(second.url);
    expect(await back.ask({ type: 'hello', token: annToken })).toMatchObject({
      type: 'welcome',
      seat: 'seated',
      people: 2,
      you: { name: 'Ann', role: 'MODERATOR' },
    });
    await back.ask({ type: 'enter', mic: 'on', camera: 'off' });
    const picture = await back.next('entered');
    expect(picture.people.map(({ name, present }) => [name, present])).toEqual([
      ['Ann', true],
      ['Ben', false],
    ]);
    const said = picture.chat.map(({ id }) => id);
    expect(new Set(said).size).toBe(said.length);
    expect(said).toEqual(messages.slice(0, said.length).map(({ id }) => id));
    for (const id of acknowledged) expect(said).toContain(id);
    expect(picture.lobby.map(({ name }) => name)).toEqual(['Rui']);
    const rui = await TestBrowser.enter(second.url, ruiToken);
    await rui.next('waiting');

    second.skip(31_000);
    await receiver.until(() => receiver.told.length >= 4);
    const left = receiver.told[3]?.event;
    expect(Math.abs((left?.at ?? 0) - killedAt)).toBeLessThan(2_000);
    expect(await after.call('end', { meetingID: 'morning' })).toContain('SUCCESS');
    await receiver.until(() => receiver.told.length >= 6 && receiver.fetched.length >= 1);
    expect(receiver.lines).toEqual([
      'meeting-created',
      'user-joined Ann',
      'user-joined Ben',
      'user-left Ben',
      'user-left Ann',
      'meeting-ended',
    ]);
    expect(new URL(receiver.fetched[0] ?? '').searchParams.get('meetingID')).toBe('morning');
  }, 60_000);

  it('tells again, in the very same words, what it does not know to have been told', async () => {
    const first = await start();
    const before = new FrontEnd(first.api);
    await before.call('hooks/create', { callbackURL: receiver.url });
    await before.create();
    await receiver.until(() => receiver.told.length === 1);
    let killed: Promise<void> | null = null;
    receiver.onTold = () => {
      killed ??= first.kill();
    };
    TestBrowser.enter(first.url, await before.join({ fullName: 'Ann' })).catch(() => undefined);
    await receiver.until(() => receiver.told.length === 2);
    await killed;
    receiver.onTold = () => undefined;
    await start();
    await receiver.until(() => receiver.told.length >= 3);
    expect(receiver.told[2]?.body).toBe(receiver.told[1]?.body);
    expect(receiver.lines).toEqual(['meeting-created', 'user-joined Ann', 'user-joined Ann']);
  }, 60_000);

  it('has not given its folder to anybody meanwhile', async () => {
    const first = await start();
    await expect(HallProcess.start(dataDir)).rejects.toThrow(
      new Error(`FolderInUse: ${new FolderInUse(dataDir).message}`),
    );
    await first.kill();
    await start();
  }, 60_000);
});
