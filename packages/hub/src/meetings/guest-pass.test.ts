import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guestKeyIn, guestPass, readGuestPass } from './guest-pass.ts';

const key = Buffer.alloc(32, 7);
const id = '0198c0de-0000-7000-8000-000000000001';

test('a pass gives back its id', () => {
  expect(readGuestPass(key, guestPass(key, id))).toBe(id);
});

test('a pass of another key or with another id is none', () => {
  expect(readGuestPass(Buffer.alloc(32, 8), guestPass(key, id))).toBeNull();
  expect(readGuestPass(key, guestPass(key, id).replace('0198', '0199'))).toBeNull();
});

test('nothing else is a pass', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readGuestPass(key, text)).toBeNull();
    }),
  );
});

test('a guest is another one in another room', () => {
  expect(guestKeyIn(key, id, 'a')).toBe(guestKeyIn(key, id, 'a'));
  expect(guestKeyIn(key, id, 'a')).not.toBe(guestKeyIn(key, id, 'b'));
});
