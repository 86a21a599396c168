import { expect, test } from 'vitest';
import { troubles } from './device-notices.tsx';

test('says one sentence for one reason', () => {
  expect(troubles(null, null)).toEqual([]);
  expect(troubles('refused', 'refused').map(({ title }) => title)).toEqual(['failure.both.refused']);
  expect(troubles('missing', 'missing').map(({ title }) => title)).toEqual(['failure.both.missing']);
  expect(troubles('insecure', 'insecure')).toMatchObject([{ title: 'failure.insecure', again: false }]);
});

test('says which device where the reasons differ', () => {
  expect(troubles('refused', 'busy').map(({ title }) => title)).toEqual([
    'failure.mic.refused',
    'failure.camera.busy',
  ]);
  expect(troubles('unplugged', null).map(({ title }) => title)).toEqual(['failure.mic.unplugged']);
});
