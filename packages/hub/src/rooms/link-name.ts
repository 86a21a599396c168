import { transliterate } from './transliterate.ts';

/** Long enough to be read, short enough to be dictated. */
const longest = 48;
const shape = /^[a-z0-9](?:[a-z0-9-]{0,70}[a-z0-9])?$/;

/**
 * The readable part of a room's address, made from its name: `Cercle du mardi` → `cercle-du-mardi`. Empty when
 * the name has no letter that can be written in ASCII; `wordless` then gives one.
 */
export function linkNameOf(roomName: string): string {
  const words = transliterate(roomName)
    .replace(/['’‘ʼ]/gu, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  if (words.length <= longest) return words;
  const cut = words.slice(0, longest + 1);
  const end = cut.lastIndexOf('-');
  return (end > longest / 2 ? cut.slice(0, end) : words.slice(0, longest)).replace(/-+$/, '');
}

/** Candidates in the order in which they are tried: `name`, `name-2`, `name-3`, ... */
export function* linkNames(base: string): Generator<string> {
  yield base;
  for (let n = 2; ; n += 1) yield `${base}-${n}`;
}

/** True when a text can be a link name at all; spares the database what nobody could have made. */
export function isLinkName(text: string): boolean {
  return shape.test(text);
}

/** Six syllables that can be said aloud, for a name that has no ASCII letters. `random` gives 0 ≤ n < below. */
export function wordless(random: (below: number) => number): string {
  const syllable = () => `${'bdfgklmnprstvz'[random(14)]}${'aeiou'[random(5)]}`;
  const part = () => syllable() + syllable() + syllable();
  return `${part()}-${part()}`;
}
