import type { TestProject } from 'vitest/node';
import { migratedDump } from './pglite.ts';
import { startPrivatePostgres } from './private-postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    koinonPostgres: { url: string; superUrl: string };
  }
}

/** For vitest's `globalSetup`: one private PostgreSQL cluster for the whole run, and the dump that every PGlite starts from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [cluster] = await Promise.all([startPrivatePostgres(), migratedDump()]);
  project.provide('koinonPostgres', { url: cluster.url, superUrl: cluster.superUrl });
  return () => cluster.stop();
}
