import { expect, test } from 'vitest';
import { ServerAttach, ServerChange } from './wire.ts';

const attach = (name: unknown) =>
  ServerAttach.safeParse({ name, kind: 'bbb', api: 'https://bbb.example', secret: 's' });

test.each([
  ['x'.repeat(300), 'too_big'],
  ['', 'too_small'],
  [' \u200b\u3164\t', 'too_small'],
  ['\0', 'too_small'],
  [5, 'invalid_type'],
])('%j is no name of a server', (name, code) => {
  expect(attach(name).error?.issues).toMatchObject([{ code, path: ['name'] }]);
  expect(ServerChange.safeParse({ name }).error?.issues).toMatchObject([{ code, path: ['name'] }]);
});

test.each([
  ['  Leith \n 1 ', 'Leith 1'],
  ['Leith\0 1', 'Leith 1'],
  ['\u202eخادم', 'خادم'],
])('%j is the name %j', (name, plain) => {
  expect(attach(name).data?.name).toBe(plain);
});
