import { z } from 'zod';
import { Refusal, type Routes } from '../route/index.ts';
import type { Outbox } from './outbox.ts';
import { OutboxMail } from './wire.ts';

/** The outbox page of the demo. Without an outbox to show there is nothing at its address. */
export function outboxRoutes(outbox: Outbox | null): Routes {
  return (app) => {
    app.get(
      '/api/outbox',
      { config: { act: 'outbox.read' }, schema: { response: { 200: z.array(OutboxMail) } } },
      async (_request, reply) => {
        if (outbox === null) throw new Refusal('not-found');
        reply.header('cache-control', 'no-store');
        return outbox.list();
      },
    );
  };
}
