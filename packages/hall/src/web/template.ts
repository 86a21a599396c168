import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brandCss } from '@koinon/ui/brand';

/** What differs from page to page. */
export interface PageValues {
  lang: string;
  nonce: string;
  /** Name and `#rrggbb` of the co-op, where `create` told them. */
  coop: string | null;
  colour: string | null;
  /** Where the source code can be had. */
  source: string | null;
}

/** The built index.html of the meeting page, or null when there is no build in that folder. */
export async function readTemplate(webRoot: string): Promise<string | null> {
  try {
    return await readFile(join(webRoot, 'index.html'), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Puts language, paint, nonce and the address of the source code into the page. */
export function fillTemplate(template: string, { lang, nonce, coop, colour, source }: PageValues): string {
  const coopAttribute = coop === null ? '' : ` data-coop="${escapeHtml(coop)}"`;
  const paint = colour === null ? '' : `<style nonce="${nonce}">${brandCss(colour)}</style>\n`;
  const meta = source === null ? '' : `<meta name="koinon-source" content="${escapeHtml(source)}">\n`;
  return template
    .replace(/<html[^>]*>/, () => `<html lang="${escapeHtml(lang)}"${coopAttribute}>`)
    .replace('</head>', () => `${paint}${meta}</head>`)
    .replaceAll('__CSP_NONCE__', nonce);
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
