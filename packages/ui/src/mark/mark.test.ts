import { expect, test } from 'vitest';
import { markSvg } from './mark-svg.ts';

test('a mark is a picture in the paint of its house', () => {
  expect(markSvg('door', '#8d2f63')).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="#8d2f63">' +
      '<path d="M7 3h18v25h-3.5V6.5h-11V28H7z"/><path d="M12 8l8 3v17h-8z"/>' +
      '<rect x="3" y="28" width="26" height="2.5" rx="1"/></svg>\n',
  );
  expect(markSvg('waves', '#0a5f78')).toContain('fill="none" stroke="#0a5f78" stroke-width="2.4"');
});

test('anything but a colour is refused', () => {
  expect(() => markSvg('door', '"/><script>')).toThrow('A paint is written #rrggbb, not "\\"/><script>"');
});
