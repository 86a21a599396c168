import type { Fact, Stay } from './fact.ts';

const byTime = (a: Fact, b: Fact) =>
  a.at - b.at ||
  (a.kind === b.kind ? 0 : a.kind === 'joined' ? -1 : 1) ||
  (a.seat ?? '').localeCompare(b.seat ?? '') ||
  a.precisionS - b.precisionS;

/**
 * The stays of one attendee, oldest first: present while at least one browser is. `end` closes what is open
 * when the meeting is over; what is said to have happened later did not.
 *
 * What was seen by asking opens and closes only what the engine's own word has not: a told join takes the place
 * of a seen one, so that the browser it names is the one whose leaving counts.
 */
export function foldStays(facts: readonly Fact[], end: { at: number; precisionS: number } | null): Stay[] {
  const stays: Stay[] = [];
  const seats = new Set<string | null>();
  let open: Stay | null = null;

  const close = (at: number, precisionS: number) => {
    if (open === null) return;
    open.until = at;
    open.precisionS = Math.max(open.precisionS, precisionS);
    open = null;
    seats.clear();
  };

  for (const fact of [...facts].sort(byTime)) {
    if (end !== null && fact.at > end.at) break;
    if (fact.kind === 'joined') {
      if (open !== null && fact.seat === null) continue;
      if (open === null) {
        open = { from: fact.at, until: null, precisionS: fact.precisionS };
        stays.push(open);
      }
      seats.add(fact.seat);
      if (fact.seat !== null) seats.delete(null);
    } else {
      if (fact.seat === null) seats.clear();
      seats.delete(fact.seat);
      seats.delete(null);
      if (seats.size === 0) close(fact.at, fact.precisionS);
    }
  }
  if (end !== null) close(end.at, end.precisionS);
  return stays;
}
