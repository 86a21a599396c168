import { expect, test } from 'vitest';
import { failureOf } from './failure.ts';

test.each([
  ['NotAllowedError', 'refused'],
  ['SecurityError', 'refused'],
  ['NotFoundError', 'missing'],
  ['OverconstrainedError', 'missing'],
  ['NotReadableError', 'busy'],
  ['AbortError', 'busy'],
  ['SomethingNewError', 'unknown'],
])('%s is %s', (name, failure) => {
  expect(failureOf(new DOMException('', name))).toBe(failure);
});

test('what is no error is unknown', () => {
  expect(failureOf('oops')).toBe('unknown');
});
