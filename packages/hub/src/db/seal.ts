import { createHash } from 'node:crypto';

/**
 * What opens a door inside the database: SHA-256 over the door key and the scope, in hex. The policies
 * compare it (migration `doors`, function `koinon.sealed`), so neither `SET ROLE` nor another value of
 * `koinon.coop` inside a door opens a second one.
 */
export function seal(doorKey: Uint8Array, scope: string): string {
  return createHash('sha256').update(doorKey).update(scope, 'utf8').digest('hex');
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The statement that turns a fresh transaction into a co-op's. Values are checked, so they stand in the text. */
export function coopDoor(doorKey: Uint8Array, coopId: string): string {
  if (!uuid.test(coopId)) throw new TypeError('A co-op is named by its id, a lower-case UUID.');
  return doorStatement('koinon_coop', coopId, seal(doorKey, `coop ${coopId}`));
}

/** The statement that turns a fresh transaction into the federation's. */
export function federationDoor(doorKey: Uint8Array): string {
  return doorStatement('koinon_federation', '', seal(doorKey, 'federation'));
}

function doorStatement(role: string, coop: string, sealHex: string): string {
  return `select set_config('role', '${role}', true), set_config('koinon.coop', '${coop}', true), set_config('koinon.seal', '${sealHex}', true)`;
}
