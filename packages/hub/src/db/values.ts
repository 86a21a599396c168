import { DrizzleQueryError } from 'drizzle-orm';

/** Where Drizzle and the drivers put the values of a failed statement, besides the message. */
const places = ['params', 'detail', 'where'];

/**
 * Takes the values of a failed statement out of its error and the causes: errors are logged, and values are names,
 * addresses and hashes of tokens. The statement itself stays.
 */
export function withoutValues<Thrown>(error: Thrown): Thrown {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (at instanceof DrizzleQueryError) {
      const said = `Failed query: ${at.query}`;
      at.stack = at.stack?.replace(at.message, () => said) ?? said;
      at.message = said;
    }
    for (const place of places) Reflect.deleteProperty(at, place);
  }
  return error;
}
