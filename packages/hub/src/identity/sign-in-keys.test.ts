import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createIds, isId } from '../ids/index.ts';
import { createSignInKeys } from './sign-in-keys.ts';

const keys = createSignInKeys('a secret of at least thirty-two characters');
const others = createSignInKeys('another secret, also of thirty-two characters');
const nextId = createIds({ now: () => new Date() });
const anId = fc.uuid({ version: 7 });

test('a token gives back the sign-in that it was made for, and only with this secret', () => {
  fc.assert(
    fc.property(anId, (id) => {
      const token = keys.linkToken(id);
      expect(token).toMatch(/^[\w-]{64}$/);
      expect(keys.readLinkToken(token)).toBe(id);
      expect(others.readLinkToken(token)).toBeNull();
    }),
  );
});

test('no other text is a token', () => {
  const token = keys.linkToken(nextId());
  fc.assert(
    fc.property(fc.nat(63), fc.constantFrom(...'ABCxyz019_-'), (at, letter) => {
      const changed = `${token.slice(0, at)}${letter}${token.slice(at + 1)}`;
      expect(keys.readLinkToken(changed)).toBe(changed === token ? keys.readLinkToken(token) : null);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(keys.readLinkToken(text)).toBeNull();
    }),
  );
  for (const text of [`${token}=`, ` ${token}`, `${token}\n`, token.slice(4), `AAAA${token}`]) {
    expect(keys.readLinkToken(text)).toBeNull();
  }
});

test('a code has six digits, stays the same, and another secret gives another', () => {
  const ids = Array.from({ length: 200 }, nextId);
  for (const id of ids) {
    expect(isId(id)).toBe(true);
    expect(keys.codeOf(id)).toMatch(/^\d{6}$/);
    expect(keys.isCode(id, keys.codeOf(id))).toBe(true);
    expect(keys.isCode(id, `${keys.codeOf(id)}0`)).toBe(false);
  }
  expect(ids.map(keys.codeOf)).not.toEqual(ids.map(others.codeOf));
  // 200 of a million: more than two alike would be a wonder.
  expect(new Set(ids.map(keys.codeOf)).size).toBeGreaterThan(197);
});
