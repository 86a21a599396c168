import { expect, test } from 'vitest';
import { beforeTheMeeting, type Meeting } from '../meeting/state.ts';
import { message, person, welcome } from '../testing/samples.ts';
import { newsOf } from './news.ts';

const alone: Meeting = {
  ...beforeTheMeeting,
  phase: 'meeting',
  welcome: welcome(1),
  people: [person('you')],
};
const said = { ...message('m1'), state: 'said' as const };

test('tells who came and who left, by name while they are few', () => {
  const three = { ...alone, people: [person('you'), person('a'), person('b'), person('c')] };
  expect(newsOf(alone, three)).toEqual([
    { id: 'news.came', values: { names: 'Person a, Person b, Person c' } },
  ]);
  expect(newsOf(three, alone)).toEqual([
    { id: 'news.left', values: { names: 'Person a, Person b, Person c' } },
  ]);
  const many = { ...alone, people: [...three.people, person('d')] };
  expect(newsOf(alone, many)).toEqual([{ id: 'news.came-many', values: { count: 4 } }]);
});

test('tells of a hand with its place, of a screen and of a message', () => {
  const before = { ...alone, people: [person('you'), person('a')] };
  const hand = { ...alone, people: [person('you'), person('a', { handAt: '2026-05-12T18:00:00.000Z' })] };
  expect(newsOf(before, hand)).toEqual([{ id: 'news.hand', values: { name: 'Person a', place: 1 } }]);
  const screen = { ...alone, people: [person('you'), person('a', { screen: true })] };
  expect(newsOf(before, screen)).toEqual([{ id: 'news.screen', values: { name: 'Person a' } }]);
  expect(newsOf(screen, before)).toEqual([{ id: 'news.screen-ends', values: { name: 'Person a' } }]);
  expect(newsOf(before, { ...before, chat: [said] })).toEqual([
    { id: 'news.chat', values: { name: 'Other', text: 'text of m1' } },
  ]);
});

test('is silent about oneself, about coming in, and about a return', () => {
  const own = { ...alone, people: [person('you', { handAt: '2026-05-12T18:00:00.000Z', screen: true })] };
  expect(newsOf(alone, own)).toEqual([]);
  expect(newsOf(alone, { ...alone, chat: [{ ...said, from: 'you' }] })).toEqual([]);
  const full = { ...alone, people: [person('you'), person('a')], chat: [said] };
  expect(newsOf({ ...beforeTheMeeting, phase: 'door' }, full)).toEqual([]);
  expect(newsOf({ ...alone, link: 'lost' }, full)).toEqual([]);
});
