import { type Recurring, type Worker, work } from '../jobs/index.ts';
import type { Asker, Routes } from '../route/index.ts';
import { mailSignIn } from './ask.service.ts';
import type { IdentityGround } from './ground.ts';
import { sendSignInMail } from './mail-sign-in.service.ts';
import type { Person } from './people.repository.ts';
import { makePerson, type PersonMake, type PersonResult, personOf } from './people.service.ts';
import { type IdentityRouteOptions, identityRoutes } from './routes.ts';
import { findAsker } from './sessions.service.ts';
import { createSignInKeys } from './sign-in-keys.ts';
import { identitySweep } from './sweep.ts';

/** People, how they sign in, and the browsers in which they are signed in. */
export interface Identity {
  makePerson(input: PersonMake): Promise<PersonResult>;
  /** Whoever has this address, in any case of letters. */
  personOf(email: string): Promise<Person | null>;
  /** Who holds this session, with the roles in that house, or null. For the edge. */
  findAsker(sessionToken: string, houseId: string | null): Promise<Asker | null>;
  routes: Routes;
  workers: readonly Worker[];
  recurring: readonly Recurring[];
}

export interface IdentityDeps extends Omit<IdentityGround, 'keys'>, Omit<IdentityRouteOptions, 'https'> {
  /** The hub's secret, from which codes and links follow. */
  secret: string;
  /** The configured address: with https, cookies are for https alone. */
  url: URL;
}

export function createIdentity(deps: IdentityDeps): Identity {
  const { secret, url, sessionCookie, demo, ...rest } = deps;
  const ground: IdentityGround = { ...rest, keys: createSignInKeys(secret) };
  return {
    makePerson: (input) => makePerson(ground, input),
    personOf: (email) => personOf(ground, email),
    findAsker: (token, houseId) => findAsker(ground, token, houseId),
    routes: identityRoutes(ground, { sessionCookie, demo, https: url.protocol === 'https:' }),
    workers: [work(mailSignIn, ({ signInId }) => sendSignInMail(ground, signInId))],
    recurring: [identitySweep(ground)],
  };
}
