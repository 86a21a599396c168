const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function firstSign(word: string): string {
  const first = graphemes.segment(word)[Symbol.iterator]().next();
  return first.done ? '' : first.value.segment.toLocaleUpperCase();
}

/** The first letters of the first and the last word of a name, whole letters in every script. `·` for a blank name. */
export function initials(name: string): string {
  const words = name.split(/[\s\p{P}\u200E\u200F\u202A-\u202E\u2066-\u2069]+/u).filter(Boolean);
  const first = words.at(0);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return first ? firstSign(first) + (last ? firstSign(last) : '') : '·';
}
