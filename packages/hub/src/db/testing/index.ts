import { afterAll, beforeAll, describe } from 'vitest';
import { testPglite } from './pglite.ts';
import { testPostgres } from './postgres.ts';
import type { TestDatabase } from './test-database.ts';

export type { TestDatabase } from './test-database.ts';
export { testSecret } from './test-keys.ts';

/**
 * Runs a suite on PGlite and again on PostgreSQL, each on a fresh migrated database. `at.db` is there from
 * `beforeAll` on. Name the file `*.db.test.ts`.
 */
export function testDatabases(name: string, suite: (at: TestDatabase) => void): void {
  for (const [kind, make] of [
    ['PGlite', testPglite],
    ['PostgreSQL', testPostgres],
  ] as const) {
    describe(`${name} on ${kind}`, () => {
      const at: Partial<TestDatabase> = {};
      beforeAll(async () => {
        Object.assign(at, await make());
      }, 180_000);
      afterAll(async () => {
        await at.close?.();
      }, 60_000);
      suite(at as TestDatabase);
    });
  }
}
