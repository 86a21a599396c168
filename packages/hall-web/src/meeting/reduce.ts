import type { Person, ToBrowser } from '@koinon/hall/protocol';
import type { FinalCode } from '../connection/connection.ts';
import { chatRefused, mergeChat, said, written } from './chat.ts';
import { beforeTheMeeting, type Ending, type MediaState, type Meeting, type Welcome } from './state.ts';

/** What happened at this end. */
type Here =
  | { type: 'here:lost' }
  | { type: 'here:refused'; code: FinalCode }
  | { type: 'here:entering' }
  | { type: 'here:not-entered' }
  | { type: 'here:left' }
  | { type: 'here:ended' }
  | { type: 'here:full' }
  | { type: 'here:again' }
  | { type: 'here:wrote'; id: string; text: string; at: string }
  | { type: 'here:chat-refused'; id: string }
  | { type: 'here:chat-seen'; seen: boolean }
  | { type: 'here:media'; media: MediaState };

export type Happening = ToBrowser | Here;

/** The meeting after something happened; the same object when nothing changed. */
export function reduce(meeting: Meeting, happening: Happening): Meeting {
  switch (happening.type) {
    case 'welcome':
      return welcomed(meeting, happening);
    case 'waiting':
      return { ...meeting, phase: 'lobby', entering: false, link: 'up' };
    case 'entered':
      return {
        ...meeting,
        phase: 'meeting',
        link: 'up',
        entering: false,
        people: inOrder(happening.people),
        chat: mergeChat(meeting.chat, happening.chat),
        lobby: happening.lobby,
        publications: [],
        speakers: [],
      };
    case 'person':
      return { ...meeting, people: inOrder(withPerson(meeting.people, happening.person)) };
    case 'left':
      return { ...meeting, full: false, people: meeting.people.filter(({ id }) => id !== happening.id) };
    case 'chat':
      return said(meeting, happening.message);
    case 'lobby':
      return { ...meeting, full: false, lobby: happening.waiting };
    case 'publications':
      return { ...meeting, publications: happening.all };
    case 'speakers':
      return { ...meeting, speakers: happening.ids };
    case 'ended':
      return over(meeting, { why: 'ended', by: happening.by });
    case 'here:lost':
      return meeting.phase === 'over' ? meeting : { ...meeting, link: 'lost', speakers: [] };
    case 'here:refused':
      return over(meeting, endingOf(happening.code));
    case 'here:entering':
      return { ...meeting, entering: true };
    case 'here:not-entered':
      return { ...meeting, entering: false };
    case 'here:left':
      return over(meeting, { why: 'left' });
    case 'here:ended':
      return over(meeting, { why: 'ended-here' });
    case 'here:full':
      return { ...meeting, full: true };
    case 'here:again':
      return { ...beforeTheMeeting, welcome: meeting.welcome, chatSeen: meeting.chatSeen };
    case 'here:wrote':
      return written(meeting, happening);
    case 'here:chat-refused':
      return chatRefused(meeting, happening.id);
    case 'here:chat-seen':
      return { ...meeting, chatSeen: happening.seen, unread: happening.seen ? 0 : meeting.unread };
    case 'here:media':
      return meeting.media === happening.media ? meeting : { ...meeting, media: happening.media };
    default:
      return meeting;
  }
}

/** After a return the page stays where it is until the hall says `entered` or `waiting` again. */
function welcomed(meeting: Meeting, welcome: Welcome): Meeting {
  const known = meeting.phase === 'lobby' || meeting.phase === 'meeting';
  return { ...meeting, welcome, link: known ? meeting.link : 'up', phase: known ? meeting.phase : 'door' };
}

/** The first ending stays: what follows it on the closing connection is not news. */
function over(meeting: Meeting, ending: Ending): Meeting {
  if (meeting.phase === 'over') return meeting;
  return {
    ...meeting,
    phase: 'over',
    ending,
    entering: false,
    media: 'none',
    lobby: [],
    publications: [],
    speakers: [],
  };
}

function endingOf(code: FinalCode): Ending {
  switch (code) {
    case 'unknown-token':
      return { why: 'unknown-link' };
    case 'meeting-ended':
      return { why: 'ended', by: null };
    case 'meeting-full':
      return { why: 'full' };
    case 'denied':
      return { why: 'denied' };
    case 'replaced':
      return { why: 'replaced' };
  }
}

function withPerson(people: readonly Person[], person: Person): Person[] {
  return [...people.filter((other) => other.id !== person.id), person];
}

function inOrder(people: readonly Person[]): Person[] {
  return [...people].sort((a, b) => compare(a.joinedAt, b.joinedAt) || compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
