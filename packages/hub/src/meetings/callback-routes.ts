import { z } from 'zod';
import { isId } from '../ids/index.ts';
import { Refusal, type Routes } from '../route/index.ts';
import type { MeetingsGround } from './ground.ts';
import { hearEnd, hearEvents } from './hear.service.ts';

const ofMeeting = z.object({ houseId: z.string().refine(isId), meetingId: z.string().refine(isId) });

/** Where engines call back. Nobody is signed in here: each call shows its right by a signature or a token. */
export function callbackRoutes(ground: MeetingsGround): Routes {
  return (app) => {
    // The signature covers the form as it came, so nothing may parse it before us.
    app.register(async (raw) => {
      raw.removeAllContentTypeParsers();
      raw.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
        done(null, body),
      );
      raw.post<{ Params: z.infer<typeof ofMeeting>; Querystring: { checksum: string }; Body: string }>(
        '/api/callbacks/:houseId/:meetingId/events',
        {
          config: { act: 'callbacks.take' },
          schema: { params: ofMeeting, querystring: z.object({ checksum: z.string().default('') }) },
        },
        async (request, reply) => {
          const { params, query, body } = request;
          const heard = await hearEvents(ground, { ...params, checksum: query.checksum, body: body ?? '' });
          if (heard.ok) return reply.code(204).send();
          throw new Refusal(heard.error === 'forged' ? 'not-allowed' : 'invalid');
        },
      );
    });
    app.get(
      '/api/callbacks/:houseId/:meetingId/ended',
      {
        config: { act: 'callbacks.take' },
        schema: { params: ofMeeting, querystring: z.object({ token: z.string().default('') }) },
      },
      async (request, reply) => {
        const heard = await hearEnd(ground, { ...request.params, token: request.query.token });
        if (heard.ok) return reply.code(204).send();
        throw new Refusal(heard.error === 'forged' ? 'not-allowed' : 'too-late');
      },
    );
  };
}
