const FIRST_MS = 250;
const LONGEST_MS = 2000;

/**
 * How long to wait before try number `attempt` (0 is the first): 250 ms, doubling up to 2 s, spread by a
 * quarter so that a whole meeting does not return in the same instant.
 */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
  return Math.round(full * (0.75 + 0.25 * random()));
}
