import type { ServerView } from '@koinon/hub/wire';
import { expect, it } from 'vitest';
import { needsOf } from './needs.ts';

const server = (change: Partial<ServerView>): ServerView => ({
  id: 's1',
  name: 'hall-1',
  kind: 'hall',
  api: 'https://hall.example/bigbluebutton/api',
  state: 'enabled',
  health: 'up',
  downSince: null,
  version: '0.1.0',
  meetings: 0,
  people: 0,
  next: false,
  ...change,
});

it('needs nobody when the next server takes meetings', () => {
  expect(needsOf([server({ next: true }), server({ state: 'disabled', health: 'down' })])).toEqual([]);
  expect(needsOf([])).toEqual([]);
});

it('tells the worst first', () => {
  const next = server({ next: true, health: 'down' });
  const other = server({ id: 's2', health: 'down' });
  expect(needsOf([other, next])).toEqual([
    { kind: 'next-down', server: next },
    { kind: 'down', server: other },
  ]);
});

it('tells when the next meeting has no place', () => {
  const resting = server({ next: true, state: 'disabled' });
  expect(needsOf([resting])).toEqual([{ kind: 'next-disabled', server: resting }]);
  expect(needsOf([server({})])).toEqual([{ kind: 'no-next' }]);
});
