import type { MeetingEvent, Recorded } from './events.ts';
import type { MeetingState } from './state.ts';

/** A picture of the chat holds at most so many characters; older messages stay in the journal only. */
const PICTURE_CHARACTERS = 500_000;
/** What a message takes besides its text, about. */
const ENVELOPE_CHARACTERS = 200;

/** One message of the public chat. The sender's own id makes a repeated send the same message. */
export function say(
  state: MeetingState,
  seatId: string,
  message: { id: string; text: string },
): MeetingEvent[] {
  const attendee = state.attendees.get(seatId);
  if (!attendee?.stay || state.chatIds.has(message.id)) return [];
  return [{ type: 'chat', id: message.id, seat: seatId, name: attendee.seat.name, text: message.text }];
}

export function applyChat(state: MeetingState, event: Recorded & { type: 'chat' }): void {
  state.chatIds.add(event.id);
  state.chat.push({
    id: event.id,
    from: event.seat,
    name: event.name,
    text: event.text,
    at: new Date(event.at).toISOString(),
  });
  state.chatCharacters += ENVELOPE_CHARACTERS + event.text.length;
  while (state.chatCharacters > PICTURE_CHARACTERS) {
    state.chatCharacters -= ENVELOPE_CHARACTERS + (state.chat.shift()?.text.length ?? 0);
  }
}
