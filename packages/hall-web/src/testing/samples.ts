import type { ChatMessage, Person } from '@koinon/hall/protocol';
import type { Welcome } from '../meeting/state.ts';

export function person(id: string, change: Partial<Person> = {}): Person {
  return {
    id,
    name: `Person ${id}`,
    role: 'VIEWER',
    guest: false,
    joinedAt: '2026-05-12T18:00:00.000Z',
    mic: 'on',
    camera: 'on',
    screen: false,
    handAt: null,
    present: true,
    ...change,
  };
}

export function message(id: string, change: Partial<ChatMessage> = {}): ChatMessage {
  return {
    id,
    from: 'other',
    name: 'Other',
    text: `text of ${id}`,
    at: '2026-05-12T18:20:00.000Z',
    ...change,
  };
}

export function welcome(re: number, change: Partial<Welcome> = {}): Welcome {
  return {
    type: 'welcome',
    re,
    you: { id: 'you', name: 'You', role: 'MODERATOR', guest: false },
    locale: null,
    seat: 'free',
    people: 0,
    meeting: {
      name: 'Morning circle',
      startedAt: '2026-05-12T18:00:00.000Z',
      recording: false,
      welcome: null,
      brand: { colour: null, name: null, logo: null },
      logoutUrl: null,
      iceServers: [],
    },
    ...change,
  };
}
