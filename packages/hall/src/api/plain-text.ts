const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** A welcome text without its markup, as pages show it: breaks become lines, entities characters. */
export function plainText(html: string): string {
  return html
    .replace(/<br\s*\/?>|<\/(p|li|ul|div)>/gi, '\n')
    .replace(/<\/?[a-z!][^<>]*>/gi, '')
    .replace(/&(#\d{1,7}|[a-z]{2,4});/gi, (whole, name: string) => entity(name) ?? whole)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function entity(name: string): string | null {
  if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? null;
  const code = Number(name.slice(1));
  return code >= 32 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}
