import { z } from 'zod';

/** GET /api/outbox (demo only) → Mail[] newest first. */
export const OutboxMail = z.object({
  id: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  at: z.string(),
});
export type OutboxMail = z.infer<typeof OutboxMail>;
