import { startPrivatePostgres } from '@koinon/hub/testing';

/** The database of this run: PGlite (no address), or a private PostgreSQL cluster that ends with the story. */
export async function storyDatabase(): Promise<{ url: string | null; stop(): Promise<void> }> {
  if (process.env.KOINON_STORY_DATABASE !== 'postgresql') return { url: null, stop: async () => undefined };
  const cluster = await startPrivatePostgres();
  return { url: cluster.url, stop: () => cluster.stop() };
}
