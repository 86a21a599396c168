import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Tx } from '../db/index.ts';
import { isId } from '../ids/index.ts';
import { askerOf, houseOf, Refusal, type Routes } from '../route/index.ts';
import type { Room } from './rooms.repository.ts';
import {
  type Actor,
  changeRoom,
  deleteRoom,
  makeRoom,
  myRooms,
  openRoom,
  type RoomResult,
  type RoomsGround,
  restoreRoom,
} from './rooms.service.ts';
import { RoomChange, RoomMake, type RunningView, RoomView as View } from './wire.ts';

/** What the page of a room says besides the room itself; filled by rooms above and below. */
export interface RoomPorts {
  /** What runs in these rooms now. */
  running(tx: Tx, roomIds: readonly string[]): Promise<ReadonlyMap<string, RunningView>>;
  /** Names of people by their ids. */
  namesOf(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

const byId = z.object({ id: z.string().refine(isId) });

export function actorOf(request: FastifyRequest): Actor {
  const { person, roles } = askerOf(request);
  return { coopId: houseOf(request).id, personId: person.id, roles };
}

/** The rooms of the member who asks. */
export function roomRoutes(ground: RoomsGround, ports: RoomPorts): Routes {
  return (app) => {
    const viewOf = viewer(ground, ports);
    const isRunning = async (tx: Tx, id: string) => (await ports.running(tx, [id])).has(id);
    const one = async (request: FastifyRequest, result: RoomResult) => {
      if (!result.ok) throw new Refusal(result.error);
      const [view] = await viewOf(request, [result.value]);
      if (view === undefined) throw new Error('A room has no view.');
      return view;
    };

    app.get(
      '/api/rooms',
      { config: { act: 'rooms.list' }, schema: { response: { 200: z.array(View) } } },
      async (request) => viewOf(request, await myRooms(ground, actorOf(request))),
    );
    app.post(
      '/api/rooms',
      { config: { act: 'rooms.make' }, schema: { body: RoomMake, response: { 201: View } } },
      async (request, reply) => {
        const room = await makeRoom(ground, actorOf(request), request.body);
        return reply.code(201).send(await one(request, { ok: true, value: room }));
      },
    );
    app.get(
      '/api/rooms/:id',
      { config: { act: 'rooms.read' }, schema: { params: byId, response: { 200: View } } },
      async (request) => one(request, await openRoom(ground, actorOf(request), request.params.id)),
    );
    app.patch(
      '/api/rooms/:id',
      {
        config: { act: 'rooms.change' },
        schema: { params: byId, body: RoomChange, response: { 200: View } },
      },
      async (request) =>
        one(request, await changeRoom(ground, actorOf(request), request.params.id, request.body)),
    );
    app.delete(
      '/api/rooms/:id',
      { config: { act: 'rooms.delete' }, schema: { params: byId } },
      async (request, reply) => {
        const { id } = request.params;
        const deleted = await deleteRoom(ground, actorOf(request), id, isRunning);
        if (!deleted.ok) throw new Refusal(deleted.error);
        return reply.code(204).send();
      },
    );
    app.post(
      '/api/rooms/:id/restore',
      { config: { act: 'rooms.restore' }, schema: { params: byId, response: { 200: View } } },
      async (request) => one(request, await restoreRoom(ground, actorOf(request), request.params.id)),
    );
  };
}

function viewer({ doors }: RoomsGround, ports: RoomPorts) {
  return (request: FastifyRequest, rooms: readonly Room[]): Promise<View[]> => {
    const house = houseOf(request);
    const { personId } = actorOf(request);
    return doors.asCoop(house.id, async (tx) => {
      const running = await ports.running(
        tx,
        rooms.map(({ id }) => id),
      );
      const names = await ports.namesOf(
        tx,
        rooms.map(({ ownerId }) => ownerId),
      );
      return rooms.map(({ id, name, linkName, purpose, lobby, whoMayStart, ownerId, createdAt }) => ({
        id,
        name,
        link: `${house.address}/r/${linkName}`,
        linkName,
        purpose,
        lobby,
        whoMayStart,
        owner: { id: ownerId, name: names.get(ownerId) ?? '' },
        mine: ownerId === personId,
        createdAt: createdAt.toISOString(),
        running: running.get(id) ?? null,
      }));
    });
  };
}
