const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What no document may hold, not even as a reference (XML 1.0, 2.2): most controls, half characters, and U+FFFE and U+FFFF. */
const forbidden = (codePoint: number): boolean =>
  (codePoint < 0x20 && codePoint !== 0x9 && codePoint !== 0xa && codePoint !== 0xd) ||
  (codePoint >= 0xd800 && codePoint <= 0xdfff) ||
  codePoint === 0xfffe ||
  codePoint === 0xffff ||
  codePoint > 0x10ffff;

/** Decodes XML's five named entities and character references; leaves everything else as it stands. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
    (whole, decimal, hex, name) => {
      if (typeof name === 'string') return named[name.toLowerCase()] ?? whole;
      const codePoint = typeof decimal === 'string' ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16);
      return forbidden(codePoint) ? whole : String.fromCodePoint(codePoint);
    },
  );
}
