import type { ChatMessage, Person, Publication, ToBrowser, Waiting } from '@koinon/hall/protocol';

export type Welcome = Extract<ToBrowser, { type: 'welcome' }>;

/** Where the person stands: before the door, in the lobby, in the meeting, or out again. */
type Phase = 'connecting' | 'door' | 'lobby' | 'meeting' | 'over';

export type Ending =
  | { why: 'left' }
  /** `by` is the name of who ended it for everyone; null when nobody did. */
  | { why: 'ended'; by: string | null }
  | { why: 'ended-here' }
  | { why: 'denied' }
  | { why: 'full' }
  | { why: 'unknown-link' }
  | { why: 'replaced' };

/** A chat message as the page shows it. `sending` ones are kept and sent again after a lost connection. */
export interface Line extends ChatMessage {
  state: 'said' | 'sending' | 'failed';
}

export type MediaState = 'none' | 'starting' | 'up' | 'lost' | 'blocked';

/** All that the meeting page knows. Everything in it is read-only; `reduce` makes the next one. */
export interface Meeting {
  phase: Phase;
  /** `lost` while the page tries to come back. */
  link: 'up' | 'lost';
  media: MediaState;
  welcome: Welcome | null;
  /** The key was pressed and the hall has not answered yet. */
  entering: boolean;
  /** In order of arrival. */
  people: readonly Person[];
  chat: readonly Line[];
  /** The chat is on the screen, so that new messages are not counted. */
  chatSeen: boolean;
  unread: number;
  lobby: readonly Waiting[];
  /** Somebody was to be let in and there was no place. Until a place or the lobby changes. */
  full: boolean;
  publications: readonly Publication[];
  speakers: readonly string[];
  ending: Ending | null;
}

export const beforeTheMeeting: Meeting = {
  phase: 'connecting',
  link: 'up',
  media: 'none',
  welcome: null,
  entering: false,
  people: [],
  chat: [],
  chatSeen: false,
  unread: 0,
  lobby: [],
  full: false,
  publications: [],
  speakers: [],
  ending: null,
};
