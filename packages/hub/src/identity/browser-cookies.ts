import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { signInMinutes } from './ask.service.ts';
import { sessionDays } from './sessions.service.ts';

/** The two cookies that a browser holds for this room. */
export interface BrowserCookies {
  /** The token of its session. */
  session(request: FastifyRequest): string | undefined;
  /** The token of what it asked for last: the mailed code is good in this browser alone. */
  asking(request: FastifyRequest): string | undefined;
  keepSession(reply: FastifyReply, token: string): void;
  keepAsking(reply: FastifyReply, token: string): void;
  dropSession(reply: FastifyReply): void;
  dropAsking(reply: FastifyReply): void;
}

/** @param name the session's cookie, `__Host-` and all where there is https */
export function browserCookies(name: string, https: boolean): BrowserCookies {
  const asking = `${name}-asking`;
  const shape = { path: '/', httpOnly: true, sameSite: 'lax', secure: https } as const;
  return {
    session: ({ cookies }) => cookies[name],
    asking: ({ cookies }) => cookies[asking],
    // The hub knows when a session ends; the browser only has to hold it for as long as one can last.
    keepSession: (reply, token) => reply.setCookie(name, token, { ...shape, maxAge: sessionDays * 86_400 }),
    keepAsking: (reply, token) => reply.setCookie(asking, token, { ...shape, maxAge: signInMinutes * 60 }),
    dropSession: (reply) => reply.clearCookie(name, shape),
    dropAsking: (reply) => reply.clearCookie(asking, shape),
  };
}
