export interface TextPiece {
  text: string;
  /** Where it leads, when it is a web address. */
  href: string | null;
}

const ADDRESS = /\bhttps?:\/\/[^\s<>"]+/g;
/** What ends a sentence does not belong to the address in it. */
const TAIL = /[.,;:!?'’»”\])]+$/;

/** Takes a message apart into words and web addresses. */
export function linked(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const found of text.matchAll(ADDRESS)) {
    const address = found[0].replace(TAIL, '');
    if (!URL.canParse(address)) continue;
    if (found.index > from) pieces.push({ text: text.slice(from, found.index), href: null });
    pieces.push({ text: address, href: address });
    from = found.index + address.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), href: null });
  return pieces;
}
