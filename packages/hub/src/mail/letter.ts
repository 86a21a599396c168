import { oneLine } from './one-line.ts';

/** What a letter says, from top to bottom. */
export type LetterPart =
  | { says: string }
  /** A code to be typed; on a line of its own, so that it can be marked and read aloud. */
  | { code: string }
  /** An address to open. The words are the link in HTML; in plain text the address follows them. */
  | { link: string; words: string };

export interface Letter {
  language: string;
  dir: 'ltr' | 'rtl';
  subject: string;
  parts: readonly LetterPart[];
  /** Who writes; under the letter. */
  signature: string;
}

/** A letter as the two bodies of a mail. They say the same, in the same order. */
export function writeLetter(letter: Letter): { subject: string; text: string; html: string } {
  return { subject: oneLine(letter.subject), text: plainBody(letter), html: htmlBody(letter) };
}

function plainBody({ parts, signature }: Letter): string {
  const blocks = parts.map((part) => {
    if ('says' in part) return part.says;
    return 'code' in part ? part.code : `${part.words}\n${part.link}`;
  });
  // The line of two hyphens and a space sets the signature off (RFC 3676, 4.3).
  return `${[...blocks, `-- \n${signature}`].join('\n\n')}\n`;
}

const page = 'margin:0;padding:24px;background:#fff;color:#22262f;font:16px/1.5 sans-serif';
const column = 'max-width:34em';
const digits = 'font:700 32px/1.2 monospace;letter-spacing:.12em;margin:24px 0';
const quiet = 'color:#5a6070;font-size:14px';

function htmlBody({ language, dir, subject, parts, signature }: Letter): string {
  const blocks = parts.map((part) => {
    if ('says' in part) return `<p>${escapeHtml(part.says)}</p>`;
    if ('code' in part) return `<p dir="ltr" style="${digits}">${escapeHtml(part.code)}</p>`;
    return `<p><a href="${escapeHtml(part.link)}" style="color:#1d4f91">${escapeHtml(part.words)}</a></p>`;
  });
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(language)}" dir="${dir}">`,
    `<head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>`,
    `<body style="${page}"><div style="${column}">`,
    ...blocks,
    `<p style="${quiet}">${escapeHtml(signature)}</p>`,
    '</div></body></html>',
    '',
  ].join('\n');
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
