import { expect, it } from 'vitest';
import { digitsOf } from './digits-of.ts';

it('takes the digits as people paste them', () => {
  expect(digitsOf('482 913')).toBe('482913');
  expect(digitsOf('Your code: 482-913.')).toBe('482913');
  expect(digitsOf('４８２９１３')).toBe('482913');
  expect(digitsOf('4829137')).toBe('482913');
  expect(digitsOf('')).toBe('');
});
