import type { Fact } from './fact.ts';

/** Who was in the meeting when its engine was asked. */
export interface Look {
  at: number;
  present: readonly string[];
}

/** What we believe of an attendee: whether present, and since when (or since when gone). */
export interface Belief {
  present: boolean;
  since: number;
}

export interface Comparison {
  /** When the engine made the meeting. */
  startedAt: number;
  before: Look | null;
  now: Look;
  /** True when the engine tells of joins and leaves by hooks; looking then only corrects what was lost. */
  told: boolean;
  beliefs: ReadonlyMap<string, Belief>;
}

/**
 * What a look at the meeting adds to the facts, by attendee.
 *
 * Without hooks every difference counts at once, exact to the time between two looks. With hooks a difference
 * counts only when two looks in a row show it and nothing was told since the first of them: the hook may be on
 * its way, and engines list people for a moment after they left.
 */
export function compareLooks({ startedAt, before, now, told, beliefs }: Comparison): Map<string, Fact> {
  const facts = new Map<string, Fact>();
  const gapS = Math.max(1, Math.ceil((now.at - (before?.at ?? startedAt)) / 1000));
  const here = new Set(now.present);
  const wasHere = new Set(before?.present);

  for (const id of new Set([...here, ...beliefs.keys()])) {
    const belief = beliefs.get(id) ?? { present: false, since: Number.NEGATIVE_INFINITY };
    if (belief.present === here.has(id)) continue;
    const kind = here.has(id) ? 'joined' : 'left';
    if (!told) facts.set(id, { kind, at: now.at, seat: null, precisionS: gapS });
    else if (before !== null && wasHere.has(id) === here.has(id) && belief.since < before.at)
      facts.set(id, { kind, at: before.at, seat: null, precisionS: gapS });
  }
  return facts;
}
