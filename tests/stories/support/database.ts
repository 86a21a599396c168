import { startPrivatePostgres } from '@koinon/hub/testing';
import { createDatabase } from '@koinon/hub/upkeep';

/** The database of this run: PGlite (no address), or one in a private PostgreSQL cluster that ends with the story. */
export async function storyDatabase(): Promise<{ url: string | null; stop(): Promise<void> }> {
  if (process.env.KOINON_STORY_DATABASE !== 'postgresql') return { url: null, stop: async () => undefined };
  const cluster = await startPrivatePostgres();
  await createDatabase(cluster.url, 'story');
  return { url: cluster.at('story'), stop: () => cluster.stop() };
}
