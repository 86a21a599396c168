import type { CoopMake } from '../../coops/index.ts';
import type { Stand } from './stand.ts';

export const harbour: CoopMake = {
  slug: 'harbour',
  name: 'Harbour Street',
  paint: '#0a5f78',
  mark: 'waves',
  languages: ['en', 'fr'],
  currency: 'GBP',
  timeZone: 'Europe/London',
  operator: true,
};
export const tisserie: CoopMake = {
  ...harbour,
  slug: 'tisserie',
  name: 'La Tisserie',
  languages: ['fr', 'en'],
};

/** Makes a co-op, or says why not. Answers its id. */
export async function foundHouse(stand: Stand, house: CoopMake): Promise<string> {
  const made = await stand.coops.make(house);
  if (!made.ok) throw new Error(made.error.code);
  return made.value.id;
}

let people = 0;

/** Makes a person of a new address, a member of the house. */
export async function inviteMember(
  stand: Stand,
  houseId: string,
  { name = 'Priya Raman', language = null }: { name?: string; language?: 'en' | 'fr' | null } = {},
) {
  people += 1;
  const made = await stand.identity.makePerson({ name, email: `p${people}@harbour.example`, language });
  if (!made.ok) throw new Error(made.error.code);
  await stand.memberships.join(houseId, { personId: made.value.id, roles: ['member', 'admin'] });
  return made.value;
}
