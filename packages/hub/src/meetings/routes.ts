import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isId } from '../ids/index.ts';
import { plainName } from '../names/index.ts';
import { actorOf, isLinkName } from '../rooms/index.ts';
import { type App, houseOf, Refusal, type Routes } from '../route/index.ts';
import { lookAtDoor } from './door.service.ts';
import type { Comer } from './door-rule.ts';
import { endMeeting } from './end.service.ts';
import { enterRoom } from './enter.service.ts';
import type { MeetingsGround } from './ground.ts';
import { guestPass, readGuestPass } from './guest-pass.ts';
import { roomHistory } from './history.service.ts';
import { isSecureAddress } from './secure-address.ts';
import { DoorView, Enter, Entered, MeetingView } from './wire.ts';

export interface MeetingRoutesGround extends MeetingsGround {
  /** Derived for guests alone. */
  guestKey: Uint8Array;
  /** The hub's own address, which says whether cookies need https. */
  url: URL;
}

const byLink = z.object({ link: z.string().refine(isLinkName) });
const byId = z.object({ id: z.string().refine(isId) });
/** Until a browser that was a guest is a new guest again: as long as guests' names are kept. */
const guestCookieS = 30 * 86_400;
/** Soon enough to be of use, late enough not to hammer a server that struggles. */
const retryAfterS = 5;

/** The door of a room for everybody with its link, and the meetings behind it for those who manage it. */
export function meetingRoutes(ground: MeetingRoutesGround): Routes {
  return (app) => {
    app.get(
      '/api/links/:link',
      { config: { act: 'door.read' }, schema: { params: byLink, response: { 200: DoorView } } },
      async (request) => {
        const secure = isSecureAddress(request.protocol, request.hostname);
        const { link: linkName } = request.params;
        const view = await lookAtDoor(ground, houseOf(request), {
          linkName,
          comer: comerOf(request),
          secure,
        });
        if (view === null) throw new Refusal('not-found');
        return view;
      },
    );
    enterRoute(app, ground);
    app.post(
      '/api/rooms/:id/end',
      { config: { act: 'meetings.end' }, schema: { params: byId } },
      async (request, reply) => {
        const ended = await endMeeting(ground, actorOf(request), request.params.id);
        if (!ended.ok) throw new Refusal(ended.error, ended.error === 'server-down' ? { retryAfterS } : {});
        return reply.code(204).send();
      },
    );
    app.get(
      '/api/rooms/:id/meetings',
      { config: { act: 'meetings.list' }, schema: { params: byId, response: { 200: z.array(MeetingView) } } },
      async (request) => {
        const history = await roomHistory(ground, actorOf(request), request.params.id);
        if (history === null) throw new Refusal('not-found');
        return history;
      },
    );
  };
}

function enterRoute(app: App, ground: MeetingRoutesGround): void {
  app.post(
    '/api/links/:link/enter',
    {
      // A whole class may come from one address at once.
      config: { act: 'door.enter', rateLimit: { max: 120, timeWindow: 60_000 } },
      schema: { params: byLink, body: Enter, response: { 200: Entered } },
    },
    async (request, reply) => {
      const entered = await enterRoom(ground, houseOf(request), {
        linkName: request.params.link,
        comer: comerOf(request),
        name: nameOf(request, request.body.name),
        language: request.body.language ?? request.asker?.person.language ?? null,
        guestId: guestOf(request, reply, ground),
      });
      if (entered.ok) return entered.value;
      const { error } = entered;
      throw new Refusal(error, error === 'server-down' || error === 'no-server' ? { retryAfterS } : {});
    },
  );
}

const comerOf = ({ asker }: FastifyRequest): Comer => ({
  personId: asker?.person.id ?? null,
  roles: asker?.roles ?? [],
});

/** Members come under their own name; a guest under the one they give. */
function nameOf({ asker }: FastifyRequest, given: string | undefined): string | null {
  if (asker !== null && (asker.roles.length > 0 || given === undefined))
    return plainName(asker.person.name) || null;
  return given ?? null;
}

/** The browser's guest id; a browser without one gets one. Members need none. */
function guestOf(
  request: FastifyRequest,
  reply: FastifyReply,
  { guestKey, ids, url }: MeetingRoutesGround,
): string {
  const secure = url.protocol === 'https:';
  const cookie = secure ? '__Host-koinon-guest' : 'koinon-guest';
  const known = readGuestPass(guestKey, request.cookies[cookie] ?? '');
  const guestId = known ?? ids();
  if ((request.asker?.roles.length ?? 0) === 0) {
    reply.setCookie(cookie, guestPass(guestKey, guestId), {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure,
      maxAge: guestCookieS,
    });
  }
  return guestId;
}
