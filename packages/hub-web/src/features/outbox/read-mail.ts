export interface ReadMail {
  /** The six digits, when the mail carries any. */
  code: string | null;
  lines: Piece[][];
}
export type Piece = { text: string; link: boolean };

const address = /https?:\/\/[^\s<>"]+/g;

/** Takes the text of a mail apart: its code, and its lines with the addresses in them. */
export function readMail(text: string): ReadMail {
  return {
    code: /(?<![\d/=])\d{3}[ \u00A0\u202F]?\d{3}(?!\d)/.exec(text.replace(address, ''))?.[0] ?? null,
    lines: text.replace(/\r/g, '').trim().split('\n').map(pieces),
  };
}

function pieces(line: string): Piece[] {
  const found: Piece[] = [];
  let from = 0;
  for (const match of line.matchAll(address)) {
    if (match.index > from) found.push({ text: line.slice(from, match.index), link: false });
    found.push({ text: match[0], link: true });
    from = match.index + match[0].length;
  }
  if (from < line.length || found.length === 0) found.push({ text: line.slice(from), link: false });
  return found;
}
