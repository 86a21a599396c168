import type { Belief } from './compare-looks.ts';
import type { Fact, Stay } from './fact.ts';
import { foldStays } from './fold.ts';

/** A fact as it is kept. */
export interface KeptFact {
  kind: Fact['kind'];
  at: Date;
  precisionS: number;
  /** Told: `subject` is a browser. Seen: it is the attendee. */
  told: boolean;
  subject: string;
  attendeeId: string | null;
}

/**
 * The stays of every attendee of a meeting. A leave may come without a name on it; the join of the same browser
 * says whose it was.
 */
export function staysByAttendee(
  facts: readonly KeptFact[],
  end: { at: number; precisionS: number } | null,
): Map<string, Stay[]> {
  const ofBrowser = new Map<string, string>();
  for (const fact of facts) if (fact.told && fact.attendeeId) ofBrowser.set(fact.subject, fact.attendeeId);

  const byAttendee = new Map<string, Fact[]>();
  for (const { told, subject, attendeeId, kind, at, precisionS } of facts) {
    const whose = attendeeId ?? ofBrowser.get(subject);
    if (whose === undefined) continue;
    const fact = { kind, at: at.getTime(), seat: told ? subject : null, precisionS };
    byAttendee.set(whose, [...(byAttendee.get(whose) ?? []), fact]);
  }
  return new Map([...byAttendee].map(([whose, of]) => [whose, foldStays(of, end)]));
}

/** What the stays so far say about now. */
export function beliefOf(stays: readonly Stay[]): Belief {
  const last = stays.at(-1);
  if (last === undefined) return { present: false, since: Number.NEGATIVE_INFINITY };
  return last.until === null ? { present: true, since: last.from } : { present: false, since: last.until };
}
