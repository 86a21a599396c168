import websocket from '@fastify/websocket';
import type { FastifyInstance } from 'fastify';
import type { Connection } from './connection.ts';
import type { HallFloor } from './hall-floor.ts';
import { Heartbeat } from './heartbeat.ts';
import { MAX_FRAME_BYTES, serveSocket } from './socket.ts';

/** At most so many connections in all: beyond, new ones are asked to come back later. */
const MOST_CONNECTIONS = 5_000;

/** And so many from one address that have not said who they are: nobody can take all places without a token. */
const MOST_NAMELESS = 200;

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
  const addresses = new Map<Connection, string>();
  const namelessFrom = (ip: string): number =>
    [...addresses].filter(([{ stage }, address]) => stage === 'new' && address === ip).length;
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
        if (namelessFrom(request.ip) >= MOST_NAMELESS) {
          return reply.code(429).send('Too many connections that have not said whose they are.');
        }
        if (heartbeat.size >= MOST_CONNECTIONS) return reply.code(503).send('The hall is full.');
      },
    },
    (socket, request) => {
      const connection = serveSocket(floor, socket);
      heartbeat.watch(connection);
      addresses.set(connection, request.ip);
      socket.on('close', () => {
        heartbeat.forget(connection);
        addresses.delete(connection);
      });
    },
  );
}
