import { z } from 'zod';

/** Languages that the product speaks; a co-op offers some of them. */
export const LanguageCode = z.enum(['en', 'fr']);
export type LanguageCode = z.infer<typeof LanguageCode>;

/** The house one is in: what every page needs to look like its co-op. */
export const House = z.object({
  slug: z.string(),
  name: z.string(),
  /** The co-op's paint, `#rrggbb`. */
  paint: z.string(),
  /** Which of the house's own marks is drawn beside the name. */
  mark: z.enum(['waves', 'weave', 'table', 'door']),
  languages: z.array(LanguageCode).min(1),
  currency: z.string().length(3),
  timeZone: z.string(),
  /** Roles of the co-op itself: an operator runs servers, a community serves members. */
  operator: z.boolean(),
});
export type House = z.infer<typeof House>;
