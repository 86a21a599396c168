import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linked } from './linked.ts';

test('finds web addresses and leaves the end of the sentence outside', () => {
  expect(linked('See https://a.example/x?y=1, and (http://b.example).')).toEqual([
    { text: 'See ', href: null },
    { text: 'https://a.example/x?y=1', href: 'https://a.example/x?y=1' },
    { text: ', and (', href: null },
    { text: 'http://b.example', href: 'http://b.example' },
    { text: ').', href: null },
  ]);
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://a.example', 'https:', 'mailto:a@b.example'])(
  'makes no link of %s',
  (text) => {
    expect(linked(text)).toEqual([{ text, href: null }]);
  },
);

test('loses no letter of any text', () => {
  const piece = fc.oneof(fc.string({ unit: 'grapheme' }), fc.webUrl(), fc.constant(' '));
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      expect(
        linked(text)
          .map((each) => each.text)
          .join(''),
      ).toBe(text);
      for (const { href } of linked(text)) if (href !== null) expect(href).toMatch(/^https?:/);
    }),
  );
});
