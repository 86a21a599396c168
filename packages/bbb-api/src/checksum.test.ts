import fc from 'fast-check';
import { expect, test } from 'vitest';
import { algorithmOf, sanitizeQueryString, sign, withoutChecksum } from './checksum.ts';

// The example of BigBlueButton's own documentation.
test('signs as the documentation does', () => {
  const query = 'name=Test+Meeting&meetingID=abc123&attendeePW=111222&moderatorPW=333444';
  expect(sign('create', query, '639259d4-9dd8-4b25-bf01-95f9567eaf4b', 'sha1')).toBe(
    '1fcbb0c4fc1f039f73aa6d697d2db9ba7f803f17',
  );
});

test('knows each algorithm by the length of its checksum', () => {
  for (const algorithm of ['sha1', 'sha256', 'sha384', 'sha512'] as const) {
    expect(algorithmOf(sign('end', '', 's', algorithm))).toBe(algorithm);
    expect(algorithmOf(sign('end', '', 's', algorithm).toUpperCase())).toBe(algorithm);
  }
  expect(algorithmOf('')).toBeNull();
  expect(algorithmOf('g'.repeat(40))).toBeNull();
  expect(algorithmOf('a'.repeat(41))).toBeNull();
});

test('takes the checksum out wherever it stands', () => {
  expect(withoutChecksum('checksum=X&a=1&b=2', 'X')).toBe('a=1&b=2');
  expect(withoutChecksum('a=1&checksum=X&b=2', 'X')).toBe('a=1&b=2');
  expect(withoutChecksum('a=1&b=2&checksum=X', 'X')).toBe('a=1&b=2');
  expect(withoutChecksum('checksum=X', 'X')).toBe('');
  expect(withoutChecksum('&checksum=X', 'X')).toBe('');
});

test('a query string loses its control characters and outer spaces only', () => {
  expect(sanitizeQueryString(' a=1\u0000%20\u009f&b=+ ')).toBe('a=1%20&b=+');
  fc.assert(
    fc.property(fc.webQueryParameters(), (query) => {
      expect(sanitizeQueryString(query)).toBe(query.trim());
    }),
  );
});
