import { expect, test } from 'vitest';
import { createDate, internalMeetingId } from './identifiers.ts';

test('an internal ID is the hash of the ID and the time of creation', () => {
  expect(internalMeetingId('abc', 1_531_155_809_613)).toBe(
    'a9993e364706816aba3e25717850c26c9cd0d89d-1531155809613',
  );
});

test('a date is written as BigBlueButton writes it', () => {
  expect(createDate(1_531_155_809_613)).toBe('Mon Jul 09 17:03:29 UTC 2018');
});
