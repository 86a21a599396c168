export { createIdentity, type Identity, type IdentityDeps } from './identity.ts';
export { identityManifest } from './manifest.ts';
export { namesOf, type Person } from './people.repository.ts';
export type { PersonMake, PersonResult } from './people.service.ts';
export { people } from './tables.ts';
