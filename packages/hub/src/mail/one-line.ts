// Line breaks of every kind (a header would go on behind one), other controls, and what turns the reading direction.
const unfit = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E]+/gu;

/** A text that fits into a header of a mail: one line, without controls, of at most 200 signs. */
export function oneLine(text: string): string {
  const line = text.replace(unfit, ' ').trim();
  return [...line].slice(0, 200).join('');
}
