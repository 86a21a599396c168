import type { Rooms } from '../compose.ts';
import { serveHouse } from '../fleet/index.ts';
import type { MemberRole } from '../identity/wire.ts';
import { everHadRoom, makeRoom } from '../rooms/index.ts';
import { type Cast, cast } from './cast.ts';

/** The hall that comes with the demo: its API address up to and including `/bigbluebutton/api`, and its secret. */
export interface DemoHall {
  api: string;
  secret: string;
}

/** What was seeded, for whoever writes it down. */
export interface DemoSeed {
  coops: { slug: string; address: string; people: { email: string; roles: MemberRole[] }[] }[];
}

interface Seated {
  coopId: string;
  /** Ids of its people, in the order of the cast. */
  people: string[];
}

/**
 * Makes what the demo lacks, through the services of the rooms, and leaves alone what is there: a second start
 * keeps all that people changed. Only a hall at another address than before is written down anew.
 */
export async function seedDemo(rooms: Rooms, hall: DemoHall): Promise<DemoSeed> {
  const [operator, community] = cast;
  const [harbour, tisserie] = [await seat(rooms, operator), await seat(rooms, community)];
  const serverId = await attachHall(
    rooms,
    { coopId: harbour.coopId, personId: harbour.people[1] ?? '' },
    hall,
  );
  await rooms.ground.doors.asCoop(harbour.coopId, (tx) =>
    serveHouse(tx, {
      houseId: tisserie.coopId,
      providerId: harbour.coopId,
      serverId,
      since: rooms.ground.clock.now(),
    }),
  );
  await firstRoom(rooms, operator, harbour);
  await firstRoom(rooms, community, tisserie);
  return { coops: [await told(rooms, operator, harbour), await told(rooms, community, tisserie)] };
}

async function seat({ coops, identity, memberships }: Rooms, { coop, people }: Cast): Promise<Seated> {
  const there = await coops.findHouse({ by: 'slug', slug: coop.slug });
  const coopId = there?.id ?? (await need(coops.make(coop))).id;
  const seated: Seated = { coopId, people: [] };
  for (const { roles, ...person } of people) {
    const known = (await identity.personOf(person.email)) ?? (await need(identity.makePerson(person)));
    const joined = await memberships.join(coopId, { personId: known.id, roles });
    if (!joined.ok && joined.error !== 'already-member') throw new Error(`${person.email}: ${joined.error}`);
    seated.people.push(known.id);
  }
  return seated;
}

async function attachHall(
  { fleet }: Rooms,
  operator: { coopId: string; personId: string },
  hall: DemoHall,
): Promise<string> {
  const known = await fleet.follow(operator, { kind: 'hall', ...hall });
  if (known !== null) return known;
  return (await need(fleet.attach(operator, { name: 'The hall of this machine', kind: 'hall', ...hall }))).id;
}

/** Only a house that never had a room gets one: a room that somebody deleted does not come back. */
async function firstRoom({ ground }: Rooms, { room }: Cast, { coopId, people }: Seated): Promise<void> {
  if (await ground.doors.asCoop(coopId, everHadRoom)) return;
  const actor = { coopId, personId: people[0] ?? '', roles: ['member'] as const };
  await makeRoom(ground, actor, { ...room, purpose: 'conversation', whoMayStart: 'owner' });
}

async function told(
  { coops }: Rooms,
  { coop, people }: Cast,
  { coopId }: Seated,
): Promise<DemoSeed['coops'][number]> {
  const house = await coops.houseOf(coopId);
  return {
    slug: coop.slug,
    address: house?.address ?? '',
    people: people.map(({ email, roles }) => ({ email, roles })),
  };
}

/** The demo's own words are right, so a refusal is a bug. */
async function need<T>(asked: Promise<{ ok: true; value: T } | { ok: false; error: unknown }>): Promise<T> {
  const result = await asked;
  if (!result.ok) throw new Error(`The demo cannot be seeded: ${JSON.stringify(result.error)}`);
  return result.value;
}
