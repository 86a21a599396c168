export interface Health {
  health: 'up' | 'down' | 'unknown';
  /** Checks in a row that found the server silent, and when the first of them was. */
  misses: number;
  silentSince: Date | null;
}

/** Two silent checks in a row are an outage; one answer ends it. */
const missesToDown = 2;

/** A server's health after one more check. */
export function afterCheck(before: Health, check: { answered: boolean; at: Date }): Health {
  if (check.answered) return { health: 'up', misses: 0, silentSince: null };
  const misses = before.misses + 1;
  return {
    health: misses >= missesToDown ? 'down' : before.health,
    misses,
    silentSince: before.silentSince ?? check.at,
  };
}
