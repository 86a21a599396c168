const LONGEST = 2_000;
/** URLs may have `;` and `,` in their host, which would end a directive of the page's policy. No host of the web has them. */
const HOST = /^[a-z0-9._[\]:-]+$/;

/** A given address when a browser may be sent there or fetch from there, else null. */
export function webAddress(given: string | undefined): string | null {
  if (!given || given.length > LONGEST || !URL.canParse(given)) return null;
  const { protocol, host, href } = new URL(given);
  return (protocol === 'https:' || protocol === 'http:') && HOST.test(host) ? href : null;
}
