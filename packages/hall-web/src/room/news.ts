import type { Person } from '@koinon/hall/protocol';
import type { Values } from '@koinon/ui/language';
import type { SentenceId } from '../language/catalogues.ts';
import { handPlaces } from '../meeting/hands.ts';
import type { Meeting } from '../meeting/state.ts';

export interface News {
  id: SentenceId;
  values: Values;
}

type Seen = Pick<Meeting, 'phase' | 'link' | 'people' | 'chat' | 'chatSeen' | 'welcome'>;

/** With more than this many at once, a number says more than the names. */
const NAMED = 3;
const LONGEST_TEXT = 200;

/**
 * What somebody who does not look at the screen is told of a change. A return after a lost connection is no news,
 * nor is what this person did.
 */
export function newsOf(before: Seen, after: Seen): News[] {
  if (before.phase !== 'meeting' || after.phase !== 'meeting' || before.link === 'lost') return [];
  const you = after.welcome?.you.id;
  const others = (people: readonly Person[]) => people.filter(({ id }) => id !== you);
  return [
    ...crowd('news.came', missingFrom(others(before.people), others(after.people))),
    ...crowd('news.left', missingFrom(others(after.people), others(before.people))),
    ...hands(before, after),
    ...screens(others(before.people), others(after.people)),
    ...messages(before, after),
  ];
}

function crowd(id: 'news.came' | 'news.left', people: readonly Person[]): News[] {
  if (people.length === 0) return [];
  if (people.length > NAMED) return [{ id: `${id}-many`, values: { count: people.length } }];
  return [{ id, values: { names: people.map(({ name }) => name).join(', ') } }];
}

function hands(before: Seen, after: Seen): News[] {
  const old = handPlaces(before.people);
  return [...handPlaces(after.people)].flatMap(([id, place]) => {
    const person = after.people.find((one) => one.id === id);
    if (old.has(id) || person === undefined || id === after.welcome?.you.id) return [];
    return [{ id: 'news.hand' as const, values: { name: person.name, place } }];
  });
}

function screens(before: readonly Person[], after: readonly Person[]): News[] {
  return after.flatMap(({ id, name, screen }) => {
    const old = before.find((one) => one.id === id);
    if (old === undefined || old.screen === screen) return [];
    return [{ id: screen ? ('news.screen' as const) : ('news.screen-ends' as const), values: { name } }];
  });
}

function messages(before: Seen, after: Seen): News[] {
  const old = new Set(before.chat.map(({ id }) => id));
  return after.chat
    .filter((line) => line.state === 'said' && !old.has(line.id) && line.from !== after.welcome?.you.id)
    .map(({ name, text }) => ({ id: 'news.chat', values: { name, text: text.slice(0, LONGEST_TEXT) } }));
}

function missingFrom(some: readonly Person[], all: readonly Person[]): Person[] {
  const known = new Set(some.map(({ id }) => id));
  return all.filter(({ id }) => !known.has(id));
}
