import { eq, inArray } from 'drizzle-orm';
import type { Tx } from '../db/index.ts';
import { people } from './tables.ts';

/** Somebody whom the federation knows. */
export type Person = typeof people.$inferSelect;

/** Writes a person; false when another has the address. In the federation's door. */
export async function insertPerson(tx: Tx, person: Person): Promise<boolean> {
  const made = await tx.insert(people).values(person).onConflictDoNothing().returning({ id: people.id });
  return made.length === 1;
}

/** @param email in lower case */
export async function findPersonByEmail(tx: Tx, email: string): Promise<Person | null> {
  const [found] = await tx.select().from(people).where(eq(people.email, email));
  return found ?? null;
}

export async function updatePerson(
  tx: Tx,
  id: string,
  change: { name?: string; language?: string },
): Promise<Person | null> {
  if (Object.keys(change).length === 0) {
    const [found] = await tx.select().from(people).where(eq(people.id, id));
    return found ?? null;
  }
  const [changed] = await tx.update(people).set(change).where(eq(people.id, id)).returning();
  return changed ?? null;
}

/** Names of people by their ids. In a house's door: of those who are or were its members. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
