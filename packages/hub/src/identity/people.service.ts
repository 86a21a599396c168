import { z } from 'zod';
import { LanguageCode } from '../coops/wire.ts';
import { addressOf } from './ask.service.ts';
import type { IdentityGround } from './ground.ts';
import { findPersonByEmail, insertPerson, type Person, updatePerson } from './people.repository.ts';
import { type PersonChange, PersonName } from './wire.ts';

export const PersonMake = z.object({
  name: PersonName,
  email: z.string().transform(addressOf).pipe(z.email().max(254)),
  language: LanguageCode.nullable().default(null),
});
export type PersonMake = z.input<typeof PersonMake>;

export type PersonResult =
  | { ok: true; value: Person }
  | { ok: false; error: { code: 'invalid'; issues: z.core.$ZodIssue[] } | { code: 'email-known' } };

type Ground = Pick<IdentityGround, 'doors' | 'clock' | 'ids'>;

/** Makes a person known to the federation. In which co-ops they are is membership's to say. */
export async function makePerson({ doors, clock, ids }: Ground, input: PersonMake): Promise<PersonResult> {
  const read = PersonMake.safeParse(input);
  if (!read.success) return { ok: false, error: { code: 'invalid', issues: read.error.issues } };
  const person: Person = { ...read.data, id: ids(), createdAt: clock.now() };
  const made = await doors.asFederation((tx) => insertPerson(tx, person));
  return made ? { ok: true, value: person } : { ok: false, error: { code: 'email-known' } };
}

/** Whoever has this address, in any case of letters. */
export function personOf({ doors }: Pick<Ground, 'doors'>, email: string): Promise<Person | null> {
  return doors.asFederation((tx) => findPersonByEmail(tx, addressOf(email)));
}

/** Changes what is given of a person's own data; null when there is no such person. */
export function changePerson(
  { doors }: Pick<Ground, 'doors'>,
  id: string,
  { name, language }: PersonChange,
): Promise<Person | null> {
  const change = { ...(name !== undefined && { name }), ...(language !== undefined && { language }) };
  return doors.asFederation(async (tx) => updatePerson(tx, id, change));
}
