import type { Person } from '@koinon/hall/protocol';

/** Who has a hand up, in the order in which the hands went up; `place` is 1 for the first to speak. */
export function handPlaces(people: readonly Person[]): ReadonlyMap<string, number> {
  const up = people.filter((person) => person.handAt !== null);
  up.sort((a, b) => {
    if (a.handAt === b.handAt) return a.id < b.id ? -1 : 1;
    return (a.handAt ?? '') < (b.handAt ?? '') ? -1 : 1;
  });
  return new Map(up.map((person, index) => [person.id, index + 1]));
}
