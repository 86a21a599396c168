import { pickLanguage } from '@koinon/ui/language';
import { mailSpeech, writeLetter } from '../mail/index.ts';
import type { HouseHere } from '../route/index.ts';

/** Whose letter it is, and in which languages it is wished for, best first. */
export interface LetterHead {
  house: Pick<HouseHere, 'name' | 'address' | 'languages'>;
  languages: readonly (string | null)[];
}

/** A letter as it goes into a mail. */
export type Written = ReturnType<typeof writeLetter> & { language: string };

/** The code and the link. The code is not in the subject, which a locked phone shows to whoever looks at it. */
export function codeLetter(
  head: LetterHead,
  { code, link, minutes }: { code: string; link: string; minutes: number },
): Written {
  return write(head, ({ say, house }) => ({
    subject: say('sign-in.subject', { house }),
    parts: [
      { says: say('sign-in.says', { house }) },
      { code },
      { says: say('sign-in.or') },
      { link, words: say('sign-in.link', { house }) },
      { says: say('sign-in.until', { minutes }) },
      { says: say('sign-in.not-you') },
    ],
  }));
}

/** To an address that nobody has. */
export function noMemberLetter(head: LetterHead): Written {
  return write(head, ({ say, house }) => ({
    subject: say('no-member.subject', { house }),
    parts: [
      { says: say('no-member.says', { house }) },
      { says: say('no-member.do') },
      { says: say('no-member.not-you') },
    ],
  }));
}

type Speech = ReturnType<typeof mailSpeech.in>;

function write(
  { house, languages }: LetterHead,
  say: (words: {
    say: Speech['say'];
    house: string;
  }) => Pick<Parameters<typeof writeLetter>[0], 'subject' | 'parts'>,
): Written {
  const offered = house.languages.filter((language) => mailSpeech.languages.includes(language));
  const language = pickLanguage({
    offered: offered.length > 0 ? offered : mailSpeech.languages,
    preferred: languages.filter((wish) => wish !== null),
  });
  const speech = mailSpeech.in(language);
  const signature = speech.say('signature', { house: house.name, address: house.address });
  const written = writeLetter({
    language,
    dir: speech.dir,
    signature,
    ...say({ say: speech.say, house: house.name }),
  });
  return { ...written, language };
}
