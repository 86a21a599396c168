import type { HouseHere } from '../route/index.ts';
import { signInMinutes } from './ask.service.ts';
import type { IdentityGround } from './ground.ts';
import { codeLetter, type LetterHead, noMemberLetter } from './letters.ts';
import { findPersonByEmail, type Person } from './people.repository.ts';
import {
  findSignIn,
  nameSignIn,
  type SignIn,
  strangersSince,
  wasAskedBefore,
} from './sign-ins.repository.ts';

const hourMs = 3_600_000;
const strangersAnHour = 20;

/**
 * Writes and sends the mail of a sign-in; the work of the job. Done twice, it sends the same mail twice.
 *
 * An address that nobody has gets a mail too, because its owner would wait for a code in vain: the page that was asked
 * cannot say it without telling strangers who is a member. It goes to the address alone, once a day at most, and
 * to twenty such addresses an hour, so that nobody can make the hub pester people or spoil its name with mail servers.
 */
export async function sendSignInMail(ground: IdentityGround, signInId: string): Promise<void> {
  const found = await recipientOf(ground, signInId);
  if (found === null) return;
  const { signIn, person } = found;
  const house = await ground.coops.houseOf(signIn.coopId);
  if (house === null) return;
  const head: LetterHead = { house, languages: [person?.language ?? null, signIn.language] };
  const letter = person
    ? codeLetter(head, {
        code: ground.keys.codeOf(signIn.id),
        link: linkOf(house, ground.keys.linkToken(signIn.id)),
        minutes: signInMinutes,
      })
    : noMemberLetter(head);
  const sent = await ground.mailer.send({ id: signIn.id, to: signIn.email, fromName: house.name, ...letter });
  // The address itself does not belong into a log.
  if (!sent.ok)
    ground.log.info({ signIn: signIn.id, answer: sent.error.answer }, 'a sign-in mail was refused');
}

/** Who is to get a mail for this sign-in: a person, or nobody known (null). Null in all when no mail is to go out. */
async function recipientOf(
  { doors, clock }: IdentityGround,
  id: string,
): Promise<{ signIn: SignIn; person: Person | null } | null> {
  return doors.asFederation(async (tx) => {
    const now = clock.now();
    const signIn = await findSignIn(tx, id);
    if (signIn === null || signIn.spentAt !== null || signIn.expiresAt <= now) return null;
    const person = await findPersonByEmail(tx, signIn.email);
    if (person !== null) {
      // Somebody whose memberships have all ended is let in as well: their data is still theirs.
      await nameSignIn(tx, id, person.id);
      return { signIn, person };
    }
    if (await wasAskedBefore(tx, signIn)) return null;
    const strangers = await strangersSince(tx, new Date(now.getTime() - hourMs));
    return strangers > strangersAnHour ? null : { signIn, person: null };
  });
}

// Behind the number sign, so that the token is in no server's log and in no Referer.
const linkOf = (house: HouseHere, token: string) => `${house.address}/sign-in/link#token=${token}`;
