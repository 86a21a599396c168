import { z } from 'zod';
import { plainName } from '../names/index.ts';
import { House, LanguageCode } from './wire.ts';

const currencies = new Set(Intl.supportedValuesOf('currency'));

// A label of up to 63 letters, digits and hyphens between dots (RFC 1123, 2.1). No port, no address.
const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const hostName = new RegExp(`^${label}(?:\\.${label})+$`);

export const HostName = z
  .string()
  .toLowerCase()
  .max(253)
  .regex(hostName)
  .refine((host) => !/^[\d.]+$/.test(host));

/** What a new co-op is made of. */
export const CoopMake = z.object({
  /** Stands in addresses, for ever: `/c/<slug>`. */
  slug: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/),
  name: z.string().transform(plainName).pipe(z.string().min(1).max(120)),
  /** Host names of its own, the one that people are given first. */
  hosts: z.array(HostName).max(20).default([]),
  paint: z
    .string()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/),
  mark: House.shape.mark,
  /** Its own language first. */
  languages: z
    .array(LanguageCode)
    .min(1)
    .refine((languages) => new Set(languages).size === languages.length),
  /** ISO 4217. */
  currency: z.string().refine((code) => currencies.has(code)),
  /** IANA name. */
  timeZone: z.string().refine(isTimeZone),
  operator: z.boolean(),
});
export type CoopMake = z.input<typeof CoopMake>;

function isTimeZone(name: string): boolean {
  try {
    // Offsets such as +02:00 are accepted by Intl too, but do not know of summer time.
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}
