import { z } from 'zod';
import { House, LanguageCode } from '../coops/wire.ts';
import { plainName } from '../names/index.ts';

export const MemberRole = z.enum(['member', 'facilitator', 'treasurer', 'operator', 'admin']);
export type MemberRole = z.infer<typeof MemberRole>;

/** GET /api/session: who is here, in whose house. `house` is null on an address that no co-op owns. */
export const SessionView = z.object({
  house: House.nullable(),
  person: z
    .object({ id: z.string(), name: z.string(), email: z.string(), language: z.string().nullable() })
    .nullable(),
  /** Roles in this house. Empty for a person who is no member here. */
  roles: z.array(MemberRole),
  demo: z.boolean(),
  /** Houses to choose from when `house` is null. */
  houses: z.array(z.object({ name: z.string(), address: z.url() })),
});
export type SessionView = z.infer<typeof SessionView>;

/** POST /api/sign-in: always 202, whether the address is known or not. */
export const SignInAsk = z.object({ email: z.email().max(254), language: z.string().max(8).optional() });
export const SignInAsked = z.object({ minutes: z.int(), outbox: z.url().nullable() });
export type SignInAsked = z.infer<typeof SignInAsked>;
/** POST /api/sign-in/code: needs the browser that asked. 200 SessionView, or 422 code-wrong | code-spent. */
export const SignInByCode = z.object({ code: z.string().regex(/^\d{6}$/) });
/** POST /api/sign-in/link: the page behind the mailed link sends it when its button is pressed. 422 link-spent. */
export const SignInByLink = z.object({ token: z.string().min(20).max(100) });
/** POST /api/sign-out: 204. */
/** A name as its person writes it, freed of what cannot be seen. The length is that of what remains. */
export const PersonName = z.string().transform(plainName).pipe(z.string().min(1).max(120));
/** PATCH /api/person: the signed-in person's own name and language. 200 SessionView. */
export const PersonChange = z.object({
  name: PersonName.optional(),
  language: LanguageCode.optional(),
});
export type PersonChange = z.infer<typeof PersonChange>;
