import { MissingFullNameError, SizeError } from '@koinon/bbb-api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayName, LONGEST_NAME } from './display-name.ts';

describe('a name', () => {
  it.each(['', ' ', '\u00a0\u2003', '\u200b\u200d\ufeff', '\u202e', '\u3164', '\u2800'])(
    'must be seen: %j is not',
    (blank) => {
      expect(() => displayName(blank)).toThrow(new MissingFullNameError());
    },
  );

  it('has a bound, counted in characters as people see them', () => {
    const doors = '\u{1f6aa}'.repeat(LONGEST_NAME);
    expect(displayName(doors)).toBe(doors);
    expect(() => displayName(`${doors}x`)).toThrow(new SizeError('Name must be at most 512 characters'));
  });

  it('turns the reading direction of nothing around it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (given) => {
        expect(displayName(`a${given}`)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
      }),
    );
  });
});
