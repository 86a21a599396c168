import { acceptedLanguages, pickLanguage } from '@koinon/ui/language';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { askerOf, type HouseHere, houseOf, Refusal, type Routes } from '../route/index.ts';
import { askToSignIn, signInMinutes } from './ask.service.ts';
import { browserCookies } from './browser-cookies.ts';
import { enterByCode, enterByLink } from './enter.service.ts';
import type { IdentityGround } from './ground.ts';
import { changePerson } from './people.service.ts';
import { perNetwork } from './rate.ts';
import { sessionView } from './session-view.ts';
import { findAsker, signOut } from './sessions.service.ts';
import { PersonChange, SessionView, SignInAsk, SignInAsked, SignInByCode, SignInByLink } from './wire.ts';

export interface IdentityRouteOptions {
  /** Name of the session's cookie. */
  sessionCookie: string;
  https: boolean;
  demo: boolean;
}

/** Signing in and out, who is here, and a person's own data. */
export function identityRoutes(ground: IdentityGround, options: IdentityRouteOptions): Routes {
  const { sessionCookie, https, demo } = options;
  const cookies = browserCookies(sessionCookie, https);
  const view = (house: HouseHere | null, asker: Parameters<typeof sessionView>[3]) =>
    sessionView(ground.coops, demo, house, asker);

  /** Signs this browser in; whoever was signed in here before is signed out. */
  const enter = async (request: FastifyRequest, reply: FastifyReply, token: string) => {
    const before = cookies.session(request);
    if (before) await signOut(ground, before);
    cookies.keepSession(reply, token);
    cookies.dropAsking(reply);
    const house = houseOf(request);
    return view(house, await findAsker(ground, token, house.id));
  };

  return (app) => {
    const fresh = async (_request: FastifyRequest, reply: FastifyReply) => {
      reply.header('cache-control', 'no-store');
    };

    app.get(
      '/api/session',
      { onRequest: fresh, config: { act: 'session.read' }, schema: { response: { 200: SessionView } } },
      (request) => view(request.house, request.asker),
    );

    app.post(
      '/api/sign-in',
      {
        onRequest: fresh,
        config: { act: 'sign-in.ask', rateLimit: perNetwork(60) },
        schema: { body: SignInAsk, response: { 202: SignInAsked } },
      },
      async (request, reply) => {
        const house = houseOf(request);
        const asked = await askToSignIn(ground, {
          houseId: house.id,
          email: request.body.email,
          language: languageOf(request, house, request.body.language),
        });
        if (!asked.ok) throw new Refusal(asked.error.code, { retryAfterS: asked.error.retryAfterS });
        cookies.keepAsking(reply, asked.value.browserToken);
        const outbox = demo ? `${house.address}/outbox` : null;
        return reply.code(202).send({ minutes: signInMinutes, outbox });
      },
    );

    app.post(
      '/api/sign-in/code',
      {
        onRequest: fresh,
        config: { act: 'sign-in.finish', rateLimit: perNetwork(120) },
        schema: { body: SignInByCode, response: { 200: SessionView } },
      },
      async (request, reply) => {
        const browserToken = cookies.asking(request);
        if (!browserToken) throw new Refusal('code-spent');
        const house = houseOf(request);
        const { code } = request.body;
        const entered = await enterByCode(ground, { browserToken, code, houseId: house.id });
        if (entered.ok) return enter(request, reply, entered.value.token);
        if (entered.error.code === 'code-spent') throw new Refusal('code-spent');
        throw new Refusal('code-wrong', { triesLeft: entered.error.triesLeft });
      },
    );

    app.post(
      '/api/sign-in/link',
      {
        onRequest: fresh,
        config: { act: 'sign-in.finish', rateLimit: perNetwork(120) },
        schema: { body: SignInByLink, response: { 200: SessionView } },
      },
      async (request, reply) => {
        const { token } = request.body;
        const entered = await enterByLink(ground, { token, houseId: houseOf(request).id });
        if (!entered.ok) throw new Refusal(entered.error.code);
        return enter(request, reply, entered.value.token);
      },
    );

    app.post('/api/sign-out', { onRequest: fresh, config: { act: 'sign-out' } }, async (request, reply) => {
      const token = cookies.session(request);
      if (token) await signOut(ground, token);
      cookies.dropSession(reply);
      return reply.code(204).send();
    });

    app.patch(
      '/api/person',
      {
        onRequest: fresh,
        config: { act: 'person.change' },
        schema: { body: PersonChange, response: { 200: SessionView } },
      },
      async (request) => {
        const asker = askerOf(request);
        const person = await changePerson(ground, asker.person.id, request.body);
        if (person === null) throw new Refusal('not-signed-in');
        const { id, name, email, language } = person;
        return view(request.house, { ...asker, person: { id, name, email, language } });
      },
    );
  };
}

/** What the mail is to be written in: what the page speaks, else what the browser asks for, else the house's own. */
function languageOf(request: FastifyRequest, house: HouseHere, chosen: string | undefined): string {
  const preferred = acceptedLanguages(request.headers['accept-language']);
  return pickLanguage({ chosen: chosen ?? null, offered: house.languages, preferred });
}
