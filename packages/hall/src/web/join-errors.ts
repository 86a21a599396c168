import type { HallMessage } from './speech.ts';

const SENTENCES: Record<string, HallMessage> = {
  maxParticipantsReached: 'hall.error.full',
  meetingForciblyEnded: 'hall.error.ended',
  invalidMeetingIdentifier: 'hall.error.unknown',
  mismatchCreateTimeParam: 'hall.error.ended',
  guestDeniedAccess: 'hall.error.denied',
  missingParamFullName: 'hall.error.name',
};

/**
 * The sentences for a refused join that led back to the hall (`?errors=[{"key":..}]`). Only known keys choose a
 * sentence: nothing of the address is shown.
 */
export function joinErrors(errors: string | undefined): HallMessage[] {
  if (!errors) return [];
  return [...new Set(keysOf(errors).map((key) => sentenceOf(key)))];
}

function sentenceOf(key: string): HallMessage {
  return (Object.hasOwn(SENTENCES, key) ? SENTENCES[key] : undefined) ?? 'hall.error.link';
}

function keysOf(errors: string): string[] {
  try {
    const list: unknown = JSON.parse(errors);
    return Array.isArray(list) ? list.slice(0, 5).map((error) => String(error?.key)) : [''];
  } catch {
    return [''];
  }
}
