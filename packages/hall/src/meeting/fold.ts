import { applyConnection, applyDevices, applyEntered, applyLeft, applySeatTaken } from './attendees.ts';
import { applyChat } from './chat.ts';
import { applyEnded } from './ending.ts';
import type { MeetingEvent, Recorded } from './events.ts';
import { applyHand } from './hand.ts';
import { applyAsked, applyDoor } from './lobby.ts';
import { applySent, noticeOf } from './notices.ts';
import type { MeetingState } from './state.ts';

type Apply<T extends MeetingEvent['type']> = (
  state: MeetingState,
  event: Extract<Recorded, { type: T }>,
) => void;

const concerns: { [T in MeetingEvent['type']]: Apply<T> } = {
  created: () => undefined,
  'seat-taken': applySeatTaken,
  asked: applyAsked,
  'stopped-asking': applyDoor,
  admitted: applyDoor,
  denied: applyDoor,
  entered: applyEntered,
  left: applyLeft,
  'connection-lost': applyConnection,
  'connection-back': applyConnection,
  devices: applyDevices,
  hand: applyHand,
  chat: applyChat,
  ended: applyEnded,
  'hook-sent': applySent,
};

/**
 * Brings the state up to an event that happened. Never refuses: whether something may happen is decided before it
 * is recorded. Types that this version does not know are passed over.
 */
export function apply(state: MeetingState, event: Recorded): void {
  const concern = concerns[event.type] as Apply<MeetingEvent['type']> | undefined;
  concern?.(state, event);
  const notice = noticeOf(state, event);
  if (notice) state.notices.push(notice);
}
