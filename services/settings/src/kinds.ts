import { BlockList, isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';

/** The kinds of values that settings have. Each turns the text of the environment into what the program uses. */

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);

export const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((value) => value <= 65_535)
  .describe('a whole number from 0 to 65535 (0: any free port)');

export const folder = z
  .string()
  .min(1)
  .transform((path) => resolve(path))
  .describe('the path of a folder');

export const file = z
  .string()
  .min(1)
  .transform((path) => resolve(path))
  .describe('the path of a file');

export const bindAddress = z
  .string()
  .refine((value) => isIP(value) !== 0 || value === 'localhost')
  .describe('an IP address of this machine, or 0.0.0.0 for all of them');

export const ipAddress = z
  .string()
  .refine((value) => isIP(value) !== 0)
  .describe('an IP address');

export const webAddress = z
  .string()
  .transform((text, context) => parseUrl(text, ['http:', 'https:']) ?? refuse(context))
  .refine((url) => url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '')
  .describe('an address without a path, such as https://meet.example.coop');

export const pageAddress = z
  .string()
  .refine((text) => parseUrl(text, ['http:', 'https:']) !== null)
  .describe('the address of a page, such as https://git.example.coop/koinon');

export const smtpAddress = z
  .string()
  .refine((text) => parseUrl(text, ['smtp:', 'smtps:']) !== null)
  .describe('an address such as smtps://user:password@mail.example.coop:465');

export const databaseAddress = z
  .string()
  .refine((text) => parseUrl(text, ['postgres:', 'postgresql:']) !== null)
  .describe('an address such as postgres://koinon:password@127.0.0.1:5432/koinon');

export const mailbox = z
  .string()
  .max(320)
  .refine((text) => /^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(text))
  .describe('a mail address, such as "La Tisserie <rooms@latisserie.example>"');

export const secret = z.string().min(32).describe('at least 32 characters that nobody can guess');

export const logLevel = z
  .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
  .describe('one of trace, debug, info, warn, error, fatal and silent');

/** Addresses of trusted proxies. */
export const networks = list
  .refine((items) => items.every(isNetwork))
  .describe('IP addresses or networks such as 10.0.0.0/8, with commas between them');

/** Where the guarded outbound client may go besides public addresses. */
export const destinations = list
  .refine((items) => items.every((item) => isNetwork(item) || isHostName(item)))
  .describe('IP addresses, networks such as 10.0.0.0/8 or host names, with commas between them');

function parseUrl(text: string, protocols: readonly string[]): URL | null {
  const url = URL.parse(text);
  return url !== null && url.hostname !== '' && protocols.includes(url.protocol) ? url : null;
}

function refuse(context: z.RefinementCtx): never {
  context.addIssue({ code: 'custom', message: 'malformed' });
  return z.NEVER;
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  if (bits === undefined) return true;
  if (!/^\d{1,3}$/.test(bits)) return false;
  try {
    new BlockList().addSubnet(address, Number(bits), family === 4 ? 'ipv4' : 'ipv6');
    return true;
  } catch {
    return false;
  }
}

function isHostName(text: string): boolean {
  return text.length <= 253 && /^(?!-)[a-z0-9-]+(?:\.[a-z0-9-]+)*$/i.test(text);
}
