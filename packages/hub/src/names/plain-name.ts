// C0, C1 and what turns the reading direction of everything after it. Letters of right-to-left scripts and
// their plain marks (U+200E, U+200F, U+061C) stay: the pages set every name in an isolated <bdi>.
const unprintable = /[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
const blank = /^[\p{Z}\p{Cf}\u115F\u1160\u3164\uFFA0]*$/u;

/**
 * A name as people typed it, made safe to show beside others: composed (NFC), one space between words, no
 * control characters, no direction overrides. A name of which nothing can be seen becomes the empty string.
 */
export function plainName(typed: string): string {
  const name = typed
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(unprintable, '')
    .replace(/ {2,}/gu, ' ')
    .trim();
  return blank.test(name) ? '' : name;
}
