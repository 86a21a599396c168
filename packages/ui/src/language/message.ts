import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';

// A message is ICU text that may hold named parts: `Ask <link>{name}</link>.` Before ICU sees it, the tags become
// marks from the private use area; values are cleared of those marks, so nobody's name can open a part.
const open = '\uE000';
const shut = '\uE001';
const tag = /<(\/?)([a-z][a-z0-9]*)>/g;
const mark = /\uE000(\/?)([a-z0-9]+)\uE001/g;
const marks = /[\uE000\uE001]/g;

export type CompiledMessage = ReturnType<typeof compileMessageOrThrow>;

/** Compiles ICU text with named parts. Throws a SyntaxError-like error where the text is not ICU. */
export function compile(text: string): CompiledMessage {
  return compileMessageOrThrow(text.replace(tag, `${open}$1$2${shut}`));
}

/** The names of the parts in a text, in order of opening. */
export function partNames(text: string): string[] {
  return [...text.matchAll(tag)].filter(([, end]) => end === '').map(([, , name]) => name ?? '');
}

/** The text without its marks. */
export function withoutParts(formatted: string): string {
  return formatted.replace(mark, '');
}

/** A value that cannot be taken for a mark. */
export function cleared(value: string): string {
  return value.replace(marks, '');
}

/** A formatted message: words, and parts with what stands in them. */
export type Piece = string | { part: string; inside: Piece[] };

/** Takes a formatted message apart. Parts nest; a part that is never closed reaches to the end. */
export function pieces(formatted: string): Piece[] {
  const whole: Piece[] = [];
  const path: Piece[][] = [whole];
  let from = 0;
  const write = (until: number) => {
    if (until > from) path.at(-1)?.push(formatted.slice(from, until));
  };
  for (const found of formatted.matchAll(mark)) {
    const [all, end, part = ''] = found;
    write(found.index);
    from = found.index + all.length;
    if (end) {
      if (path.length > 1) path.pop();
    } else {
      const inside: Piece[] = [];
      path.at(-1)?.push({ part, inside });
      path.push(inside);
    }
  }
  write(formatted.length);
  return whole;
}
