import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { messageId } from './message-id.ts';

test('is a UUIDv7 that carries its time', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 48 - 1 }), (nowMs) => {
      const id = messageId(nowMs);
      expect(z.uuidv7().safeParse(id).success).toBe(true);
      expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(nowMs);
    }),
  );
});

test('is never the same twice', () => {
  expect(new Set(Array.from({ length: 1000 }, () => messageId(1))).size).toBe(1000);
});
