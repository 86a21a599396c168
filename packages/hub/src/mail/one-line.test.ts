import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oneLine } from './one-line.ts';

test('whatever it was, it is one short line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const line = oneLine(text);
      expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
      expect([...line].length).toBeLessThanOrEqual(200);
      expect(oneLine(line)).toBe(line);
    }),
  );
});

test('a plain line stays as it is', () => {
  expect(oneLine('Votre code pour La Tisserie')).toBe('Votre code pour La Tisserie');
});
