const kinds: Record<string, Violation['kind']> = {
  '23505': 'unique',
  '23503': 'foreign-key',
  '23514': 'check',
  '23502': 'not-null',
  '23001': 'append-only',
  '42501': 'not-yours',
};

/** Why the database refused a statement, in words that both databases share. */
export interface Violation {
  kind: 'unique' | 'foreign-key' | 'check' | 'not-null' | 'append-only' | 'not-yours';
  /** Name of the constraint, where there is one. */
  constraint: string | null;
}

/** Reads a refusal out of a thrown error (Drizzle wraps the driver's). Null for every other error. */
export function violationOf(error: unknown): Violation | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const { code, constraint } = at as { code?: unknown; constraint?: unknown };
    const kind = typeof code === 'string' ? kinds[code] : undefined;
    if (kind) return { kind, constraint: typeof constraint === 'string' ? constraint : null };
  }
  return null;
}
