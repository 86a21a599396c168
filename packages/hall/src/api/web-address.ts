const LONGEST = 2_000;

/** A given address when a browser may be sent there or fetch from there, else null. */
export function webAddress(given: string | undefined): string | null {
  if (!given || given.length > LONGEST || !URL.canParse(given)) return null;
  const { protocol, href } = new URL(given);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}
