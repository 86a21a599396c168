/**
 * The language to speak: what the person chose, else the first language of their browser that this house offers,
 * else the house's own first one.
 *
 * @param offered the house's languages, its own first; never empty
 * @param preferred the browser's languages (`navigator.languages`, or Accept-Language in order)
 */
export function pickLanguage<Language extends string>(wishes: {
  chosen?: string | null | undefined;
  offered: readonly [Language, ...Language[]] | readonly Language[];
  preferred?: readonly string[];
}): Language {
  const among = (wish: string | null | undefined) =>
    wish ? wishes.offered.find((one) => one === wish.toLowerCase().split('-')[0]) : undefined;
  for (const wish of [wishes.chosen, ...(wishes.preferred ?? [])]) {
    const found = among(wish);
    if (found) return found;
  }
  const own = wishes.offered[0];
  if (own === undefined) throw new TypeError('A house offers at least one language');
  return own;
}

/** The languages of an Accept-Language header (RFC 9110, 12.5.4), best first. Unreadable parts are left out. */
export function acceptedLanguages(header: string | undefined): string[] {
  return (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((word) => word.trim());
      const weight = parameters.find((one) => one.startsWith('q='))?.slice(2);
      return { tag, q: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, q }) => /^[a-z]{1,8}(-[a-z0-9]{1,8})*$/i.test(tag) && q > 0 && q <= 1)
    .sort((a, b) => b.q - a.q)
    .map(({ tag }) => tag);
}

const ownRegions: Record<string, string> = { en: 'en-GB', fr: 'fr-FR' };

/** The locale for dates and numbers: the language spoken, with the region of the browser where it has one for it. */
export function formatLocale(language: string, preferred: readonly string[] = []): string {
  const own = preferred.find((one) => one.toLowerCase().startsWith(`${language}-`));
  return own ?? ownRegions[language] ?? language;
}
