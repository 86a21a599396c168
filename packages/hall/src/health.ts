import type { FastifyInstance } from 'fastify';
import packageJson from '../package.json' with { type: 'json' };
import type { MediaEngine } from './media/engine.ts';
import { type Meetings, present } from './meeting/index.ts';

/** `/health`: whether the hall works and how much it does, without a name or an id. */
export async function healthRoute(
  app: FastifyInstance,
  parts: { meetings: Meetings; engine: MediaEngine },
): Promise<void> {
  app.get('/health', async (_request, reply) => {
    const media = parts.engine.health();
    const running = parts.meetings.running();
    const people = running.reduce((sum, { state }) => sum + present(state).length, 0);
    reply.header('cache-control', 'no-store').code(media.ready ? 200 : 503);
    return { ok: media.ready, version: packageJson.version, meetings: running.length, people, media };
  });
}
