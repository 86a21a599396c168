import { expect, it } from 'vitest';
import { Undo } from './undo.ts';

it('closes in reverse, once, and all of it although one part fails', async () => {
  const undo = new Undo();
  const done: string[] = [];
  undo.defer(() => void done.push('first'));
  undo.defer(async () => {
    throw new Error('second');
  });
  undo.defer(async () => void done.push('third'));
  const [one, two] = [undo.all(), undo.all()];
  await expect(one).rejects.toThrow(new Error('second'));
  expect(one).toBe(two);
  expect(done).toEqual(['third', 'first']);
});
