import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FrontEnd } from './testing/front-end.ts';
import { TestBrowser } from './testing/test-browser.ts';
import { startTestHall, type TestHall } from './testing/test-hall.ts';

let hall: TestHall;
let frontEnd: FrontEnd;

beforeEach(async () => {
  hall = await startTestHall();
  frontEnd = new FrontEnd(hall.api);
});
afterEach(() => hall.close());

describe('a hall', () => {
  it('holds a meeting from create to end', async () => {
    expect(await frontEnd.create()).toContain('<returncode>SUCCESS</returncode>');
    const priya = await TestBrowser.enter(hall.url, await frontEnd.join());
    const entered = await priya.next('entered');
    expect(entered.people.map(({ name }) => name)).toEqual(['Priya Raman']);
    expect(await frontEnd.call('isMeetingRunning', { meetingID: 'morning' })).toContain(
      '<running>true</running>',
    );
    expect(await priya.ask({ type: 'chat', id: crypto.randomUUID(), text: 'hello' })).toMatchObject({
      type: 'ok',
    });
    const tom = await TestBrowser.enter(hall.url, await frontEnd.join({ fullName: 'Tom', role: 'VIEWER' }));
    expect((await tom.next('entered')).chat.map(({ text }) => text)).toEqual(['hello']);
    expect(await priya.ask({ type: 'end' })).toMatchObject({ type: 'ok' });
    expect(await tom.next('ended')).toEqual({ type: 'ended', by: 'Priya Raman' });
    expect(await tom.closing()).toMatchObject({ code: 1000 });
  });
});
