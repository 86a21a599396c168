import { expect, test } from 'vitest';
import { loudness } from './level.ts';

test('runs from silence to full scale over sixty decibels', () => {
  expect(loudness(new Float32Array(64))).toBe(0);
  expect(loudness(new Float32Array(64).fill(0.0005))).toBe(0);
  expect(loudness(new Float32Array(64).fill(1))).toBe(1);
  expect(loudness(new Float32Array(64).fill(0.0316))).toBeCloseTo(0.5, 2);
  expect(loudness(new Float32Array(0))).toBe(0);
});
