import { MissingFullNameError, SizeError } from '@koinon/bbb-api';

/** Longer names are refused, in characters as people count them. */
export const LONGEST_NAME = 512;

// Marks that turn the reading direction of what follows: a name could rearrange the words around it.
const DIRECTION_MARKS = /[\u202a-\u202e\u2066-\u2069]/gu;
const INVISIBLE = /[\p{White_Space}\p{Cf}\p{Cc}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]/gu;

/**
 * The name that people see, as given but for marks that change the reading direction. Right-to-left names need none.
 * @throws {MissingFullNameError} nothing would be seen
 * @throws {SizeError} longer than 512 characters
 */
export function displayName(fullName: string): string {
  const name = fullName.replace(DIRECTION_MARKS, '').trim();
  if (name.replace(INVISIBLE, '') === '') throw new MissingFullNameError();
  if ([...name].length > LONGEST_NAME) throw new SizeError(`Name must be at most ${LONGEST_NAME} characters`);
  return name;
}
