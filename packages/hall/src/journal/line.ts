import { crc32 } from 'node:zlib';

const SUFFIX = /,"crc":"([0-9a-f]{8})"\}$/;

/** One object as one line of JSON whose last member is the CRC-32 of all that stands before it. */
export function encodeLine(value: object): string {
  const body = JSON.stringify(value).slice(0, -1);
  return `${body},"crc":"${checksum(body)}"}\n`;
}

/** The object of a line, without its line feed; null when the line is torn or was changed. */
export function decodeLine(line: string): object | null {
  const match = SUFFIX.exec(line);
  if (!match) return null;
  const body = line.slice(0, match.index);
  if (checksum(body) !== match[1]) return null;
  const value: unknown = JSON.parse(`${body}}`);
  return typeof value === 'object' ? value : null;
}

function checksum(body: string): string {
  return crc32(body).toString(16).padStart(8, '0');
}
