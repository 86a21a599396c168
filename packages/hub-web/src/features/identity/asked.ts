// A code is asked for here and read in a mail program; a phone may drop the page meanwhile. What was asked is kept
// for this window, so that the field for the code is still there on return.

export interface Asked {
  email: string;
  /** When the code ends, in ms since 1970. */
  endsAtMs: number;
  minutes: number;
  outbox: string | null;
}

const name = 'koinon-asked';

export function keptAsked(nowMs = Date.now()): Asked | null {
  try {
    const asked = JSON.parse(sessionStorage.getItem(name) ?? 'null') as Asked | null;
    return asked && asked.endsAtMs > nowMs ? asked : null;
  } catch {
    return null;
  }
}

export function keepAsked(asked: Asked | null): void {
  try {
    if (asked) sessionStorage.setItem(name, JSON.stringify(asked));
    else sessionStorage.removeItem(name);
  } catch {
    // Barred storage: the page remembers for as long as it is open.
  }
}
