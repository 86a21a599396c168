import type { ChatMessage } from '@koinon/hall/protocol';
import type { Line, Meeting } from './state.ts';

/** The hall's whole chat, and after it what this page still has to send. No message twice. */
export function mergeChat(lines: readonly Line[], chat: readonly ChatMessage[]): Line[] {
  const byId = new Map(chat.map((message) => [message.id, message]));
  const waiting = lines.filter((line) => line.state !== 'said' && !byId.has(line.id));
  return [...[...byId.values()].map((message) => ({ ...message, state: 'said' as const })), ...waiting];
}

/** A message arrived: it takes its place before what is still being sent; a known one changes nothing. */
export function said(meeting: Meeting, message: ChatMessage): Meeting {
  const known = meeting.chat.find((line) => line.id === message.id);
  if (known?.state === 'said') return meeting;
  const done = meeting.chat.filter((line) => line.state === 'said');
  const waiting = meeting.chat.filter((line) => line.state !== 'said' && line.id !== message.id);
  const unread = meeting.chatSeen || message.from === meeting.welcome?.you.id ? 0 : 1;
  return {
    ...meeting,
    chat: [...done, { ...message, state: 'said' }, ...waiting],
    unread: meeting.unread + unread,
  };
}

/** This person wrote something: it stands at the end as `sending` until the hall has it. */
export function written(meeting: Meeting, wrote: { id: string; text: string; at: string }): Meeting {
  const you = meeting.welcome?.you;
  if (you === undefined) return meeting;
  const line: Line = {
    id: wrote.id,
    from: you.id,
    name: you.name,
    text: wrote.text,
    at: wrote.at,
    state: 'sending',
  };
  return { ...meeting, chat: [...meeting.chat.filter((other) => other.id !== wrote.id), line] };
}

/** The hall will not take it: it stays, marked, with its text. */
export function chatRefused(meeting: Meeting, id: string): Meeting {
  return {
    ...meeting,
    chat: meeting.chat.map((line) =>
      line.id === id && line.state === 'sending' ? { ...line, state: 'failed' } : line,
    ),
  };
}
