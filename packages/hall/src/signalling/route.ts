import websocket from '@fastify/websocket';
import type { FastifyInstance } from 'fastify';
import type { HallFloor } from './hall-floor.ts';
import { Heartbeat } from './heartbeat.ts';
import { MAX_FRAME_BYTES, serveSocket } from './socket.ts';

/** At most so many connections in all: beyond, new ones are asked to come back later. */
const MOST_CONNECTIONS = 5_000;

/**
 * `/ws`, where meeting pages speak with the hall. Pages of other origins are refused; a request without an origin
 * comes from no page, and there is no cookie that it could misuse.
 */
export async function signallingRoute(
  app: FastifyInstance,
  options: { floor: HallFloor; origin: () => string },
): Promise<void> {
  const { floor } = options;
  const heartbeat = new Heartbeat(floor.clock);
  app.addHook('onClose', async () => heartbeat.stop());
  await app.register(websocket, { options: { maxPayload: MAX_FRAME_BYTES } });
  app.get(
    '/ws',
    {
      websocket: true,
      async preValidation(request, reply) {
        const { origin } = request.headers;
        if (origin !== undefined && origin !== options.origin()) {
          return reply.code(403).send('This address is for the hall’s own pages.');
        }
        if (heartbeat.size >= MOST_CONNECTIONS) return reply.code(503).send('The hall is full.');
      },
    },
    (socket) => {
      const connection = serveSocket(floor, socket);
      heartbeat.watch(connection);
      socket.on('close', () => heartbeat.forget(connection));
    },
  );
}
