import { expect, test } from 'vitest';
import { type Belief, compareLooks, type Look } from './compare-looks.ts';

const look = (atS: number, ...present: string[]): Look => ({ at: atS * 1000, present });
const believed = (entries: Record<string, Belief>) => new Map(Object.entries(entries));
const facts = (told: boolean, before: Look | null, now: Look, beliefs: Record<string, Belief> = {}) =>
  Object.fromEntries(compareLooks({ startedAt: 0, before, now, told, beliefs: believed(beliefs) }));

test('without hooks a new face is a join, exact to the time between two looks', () => {
  expect(facts(false, look(10), look(20, 'a'))).toEqual({
    a: { kind: 'joined', at: 20_000, seat: null, precisionS: 10 },
  });
});

test('without hooks the first look is exact to the start of the meeting', () => {
  expect(facts(false, null, look(4, 'a'))).toEqual({
    a: { kind: 'joined', at: 4_000, seat: null, precisionS: 4 },
  });
});

test('without hooks a missing face is a leave', () => {
  expect(facts(false, look(10, 'a'), look(20), { a: { present: true, since: 5_000 } })).toEqual({
    a: { kind: 'left', at: 20_000, seat: null, precisionS: 10 },
  });
});

test('with hooks one look changes nothing', () => {
  expect(facts(true, look(10), look(20, 'a'))).toEqual({});
  expect(facts(true, null, look(20, 'a'))).toEqual({});
  expect(facts(true, look(10, 'a'), look(20), { a: { present: true, since: 5_000 } })).toEqual({});
});

test('with hooks two looks correct a lost join and a lost leave', () => {
  expect(facts(true, look(10, 'a'), look(20, 'a'))).toEqual({
    a: { kind: 'joined', at: 10_000, seat: null, precisionS: 10 },
  });
  expect(facts(true, look(10), look(20), { a: { present: true, since: 5_000 } })).toEqual({
    a: { kind: 'left', at: 10_000, seat: null, precisionS: 10 },
  });
});

test('with hooks what was told after the first look is believed', () => {
  expect(facts(true, look(10), look(20), { a: { present: true, since: 19_000 } })).toEqual({});
  expect(facts(true, look(10, 'a'), look(20, 'a'), { a: { present: false, since: 12_000 } })).toEqual({});
});

test('what agrees adds nothing', () => {
  const beliefs = { a: { present: true, since: 0 }, b: { present: false, since: 0 } };
  expect(facts(true, look(10, 'a'), look(20, 'a'), beliefs)).toEqual({});
  expect(facts(false, look(10, 'a'), look(20, 'a'), beliefs)).toEqual({});
});
