import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Connection } from './connection.ts';
import type { HallFloor } from './hall-floor.ts';
import { MessageQueue } from './message-queue.ts';

it('lets a hundred messages wait and no more, and takes others when those are done', async () => {
  const answered: number[] = [];
  const connection = { isOpen: true, ok: (re: number) => answered.push(re) } as unknown as Connection;
  const queue = new MessageQueue({} as HallFloor, connection);
  const taken = Array.from({ length: 150 }, (_, re) => queue.push({ type: 'ping', re }));
  expect(taken.filter(Boolean)).toHaveLength(100);
  expect(taken.slice(0, 100)).not.toContain(false);
  await setImmediate();
  expect(answered).toEqual(Array.from({ length: 100 }, (_, re) => re));
  expect(queue.push({ type: 'ping', re: 150 })).toBe(true);
});
