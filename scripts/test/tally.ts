/** How a run of tests went. */
export interface Tally {
  passed: number;
  failed: number;
  /** Tests that were left out and say why (`context.skip(reason)`). */
  skipped: string[];
  /** Tests that were left out without a word; they count as failed. */
  unexplained: string[];
}

/** The last line of a run, which machines read as well as people. */
export function closingLine({ passed, failed, skipped, unexplained }: Tally): string {
  const line = `${passed} passed, ${failed + unexplained.length} failed`;
  return skipped.length === 0 ? line : `${line}, ${skipped.length} skipped`;
}

/** A run in which nothing passed has shown nothing. */
export function isGreen({ passed, failed, unexplained }: Tally): boolean {
  return passed > 0 && failed === 0 && unexplained.length === 0;
}
