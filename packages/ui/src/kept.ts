// What a browser keeps for a page. Storage may be barred (private windows, settings): then nothing is kept, nothing breaks.

/** What was kept under this name, or null. */
export function kept(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Keeps a value under this name; null forgets it. */
export function keep(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // Barred storage: the choice lasts as long as the page.
  }
}
