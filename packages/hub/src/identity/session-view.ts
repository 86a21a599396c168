import type { Asker, HouseHere } from '../route/index.ts';
import type { IdentityGround } from './ground.ts';
import type { SessionView } from './wire.ts';

/** Who is here, in whose house; and the houses to choose from where no co-op lives. */
export async function sessionView(
  coops: IdentityGround['coops'],
  demo: boolean,
  house: HouseHere | null,
  asker: Asker | null,
): Promise<SessionView> {
  return {
    house: house && (await coops.viewOf(house.id)),
    person: asker?.person ?? null,
    roles: [...(asker?.roles ?? [])],
    demo,
    houses: house ? [] : await coops.houses(),
  };
}
