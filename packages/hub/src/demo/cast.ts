import type { CoopMake } from '../coops/index.ts';
import type { MemberRole } from '../identity/wire.ts';
import type { RoomMake } from '../rooms/wire.ts';

/** A co-op of the demo, its people, and the room that its first person has. None of them exists. */
export interface Cast {
  coop: CoopMake;
  people: readonly { name: string; email: string; language: 'en' | 'fr'; roles: MemberRole[] }[];
  room: Pick<RoomMake, 'name' | 'lobby'>;
}

/** An operator and a community, in two languages, two currencies and two paints. */
export const cast: readonly [operator: Cast, community: Cast] = [
  {
    coop: {
      slug: 'harbour',
      name: 'Harbour Street',
      paint: '#0a5f78',
      mark: 'waves',
      languages: ['en', 'fr'],
      currency: 'GBP',
      timeZone: 'Europe/London',
      operator: true,
    },
    people: [
      {
        name: 'Priya Raman',
        email: 'priya.raman@harbourstreet.example',
        language: 'en',
        roles: ['member', 'admin'],
      },
      {
        name: 'Tom Adeyemi',
        email: 'tom.adeyemi@harbourstreet.example',
        language: 'en',
        roles: ['member', 'operator'],
      },
    ],
    room: { name: 'Morning circle', lobby: 'off' },
  },
  {
    coop: {
      slug: 'tisserie',
      name: 'La Tisserie',
      paint: '#8d2f63',
      mark: 'weave',
      languages: ['fr', 'en'],
      currency: 'CAD',
      timeZone: 'America/Montreal',
      operator: false,
    },
    people: [
      {
        name: 'Noémie Tremblay',
        email: 'noemie.tremblay@latisserie.example',
        language: 'fr',
        roles: ['member', 'admin'],
      },
      { name: 'Amadou Diallo', email: 'amadou.diallo@latisserie.example', language: 'fr', roles: ['member'] },
    ],
    room: { name: 'Cercle du mardi', lobby: 'guests' },
  },
];
