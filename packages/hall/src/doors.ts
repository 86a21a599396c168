import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { browserUrl } from './addresses.ts';
import { API_PATH, apiEdge } from './api/index.ts';
import type { Callbacks } from './callbacks/index.ts';
import type { Clock } from './clock.ts';
import { healthRoute } from './health.ts';
import type { MediaEngine } from './media/engine.ts';
import type { Meetings } from './meeting/index.ts';
import type { HallOptions } from './options.ts';
import type { HallFloor } from './signalling/hall-floor.ts';
import { signallingRoute } from './signalling/route.ts';
import { webRoutes } from './web/route.ts';
import { plainHeaders } from './web/security-headers.ts';

export interface Inside {
  meetings: Meetings;
  floor: HallFloor;
  engine: MediaEngine;
  callbacks: Callbacks;
  clock: Clock;
  webRoot: string;
}

/** Where the doors stand open: the port, and the address for browsers. */
export interface Place {
  port: number;
  url: URL;
}

/** Puts the API, the signalling and the page behind the server's port, and opens it. */
export async function openDoors(app: FastifyInstance, options: HallOptions, inside: Inside): Promise<Place> {
  const { meetings, floor, engine, callbacks, clock, webRoot } = inside;
  const place: Place = { port: options.port, url: options.url };
  const url = (): URL => place.url;
  app.addHook('onSend', async (_request, reply) => {
    for (const [name, value] of Object.entries(plainHeaders)) {
      if (!reply.hasHeader(name)) reply.header(name, value);
    }
  });
  await app.register(signallingRoute, { floor, origin: () => place.url.origin });
  await app.register(apiEdge, {
    prefix: API_PATH,
    ground: { meetings, hooks: callbacks.hooks, clock, url },
    secret: options.secret,
  });
  await app.register(webRoutes, { meetings, url, webRoot, sourceUrl: options.sourceUrl ?? null });
  await app.register(healthRoute, { meetings, engine });
  // The first request may come before `listen` resolves, so the port is read as soon as there is one.
  app.server.once('listening', () => {
    place.port = portOf(app.server.address());
    place.url = browserUrl(options.url, place.port);
  });
  await app.listen({ host: options.host, port: options.port });
  return place;
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('The hall listens nowhere.');
  return address.port;
}
