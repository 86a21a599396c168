import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSealing, deriveKey, SealBroken } from './index.ts';

const secret = 'a secret of at least thirty-two characters';

test('what was sealed opens again, whatever it says', () => {
  const sealing = createSealing(secret, 'servers');
  fc.assert(
    fc.property(fc.string(), fc.string(), (plain, context) => {
      expect(sealing.open(sealing.seal(plain, context), context)).toBe(plain);
    }),
    { numRuns: 50 },
  );
});

test('another row, another secret, another purpose or a changed letter does not open', () => {
  const sealing = createSealing(secret, 'servers');
  const sealed = sealing.seal('top', 'row 1');
  expect(() => sealing.open(sealed, 'row 2')).toThrow(SealBroken);
  expect(() => createSealing(`${secret}!`, 'servers').open(sealed, 'row 1')).toThrow(SealBroken);
  expect(() => createSealing(secret, 'mail').open(sealed, 'row 1')).toThrow(SealBroken);
  const changed = sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA');
  expect(() => sealing.open(changed, 'row 1')).toThrow(SealBroken);
  expect(() => sealing.open('', 'row 1')).toThrow(SealBroken);
});

test('the same text sealed twice looks different', () => {
  const sealing = createSealing(secret, 'servers');
  expect(sealing.seal('top', 'row')).not.toBe(sealing.seal('top', 'row'));
});

test('each purpose has its own key', () => {
  expect(deriveKey(secret, 'a')).not.toEqual(deriveKey(secret, 'b'));
});
