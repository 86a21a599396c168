import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isId } from '../ids/index.ts';
import { askerOf, houseOf, Refusal, type Routes } from '../route/index.ts';
import { attachServer } from './attach.service.ts';
import { changeServer, deskServers, detachServer } from './desk.service.ts';
import type { FleetGround } from './fleet.ts';
import { ServerAttach, ServerChange, ServerView } from './wire.ts';

const byId = z.object({ id: z.string().refine(isId) });

const operatorOf = (request: FastifyRequest) => ({
  coopId: houseOf(request).id,
  personId: askerOf(request).person.id,
});

/** The operator's desk: its servers, and where the next meeting runs. */
export function fleetRoutes(ground: FleetGround): Routes {
  return (app) => {
    app.get(
      '/api/desk/servers',
      { config: { act: 'desk.read' }, schema: { response: { 200: z.array(ServerView) } } },
      (request) => deskServers(ground, operatorOf(request)),
    );
    app.post(
      '/api/desk/servers',
      {
        // Every attempt calls an address that somebody typed.
        config: { act: 'desk.attach', rateLimit: { max: 20, timeWindow: 60_000 } },
        schema: { body: ServerAttach, response: { 201: ServerView } },
      },
      async (request, reply) => {
        const attached = await attachServer(ground, operatorOf(request), request.body);
        if (attached.ok) return reply.code(201).send(attached.value);
        if (attached.error === 'address-malformed')
          throw new Refusal('invalid', { fields: { api: 'malformed' } });
        throw new Refusal(attached.error);
      },
    );
    app.patch(
      '/api/desk/servers/:id',
      {
        config: { act: 'desk.change' },
        schema: { params: byId, body: ServerChange, response: { 200: ServerView } },
      },
      async (request) => {
        const changed = await changeServer(ground, operatorOf(request), request.params.id, request.body);
        if (!changed.ok) throw new Refusal(changed.error);
        return changed.value;
      },
    );
    app.delete(
      '/api/desk/servers/:id',
      { config: { act: 'desk.detach' }, schema: { params: byId } },
      async (request, reply) => {
        const detached = await detachServer(ground, operatorOf(request), request.params.id);
        if (!detached.ok) throw new Refusal(detached.error);
        return reply.code(204).send();
      },
    );
  };
}
