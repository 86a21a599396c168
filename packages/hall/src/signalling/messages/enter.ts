import { enter as decideEnter, type EnterRefusal } from '../../meeting/index.ts';
import { CLOSE } from '../../protocol/index.ts';
import type { Handler, Visitor } from '../handler.ts';
import { letIn } from '../tell.ts';

const REASONS: Record<EnterRefusal, string> = {
  denied: 'A moderator did not open the door.',
  'meeting-full': 'The meeting has as many people as it may have.',
  'meeting-ended': 'The meeting is over.',
};

/** Takes the seat, or asks at the lobby. Another window that holds the seat gives it up. */
export const enter: Handler<'enter'> = async (_floor, visitor, { re, mic, camera }) => {
  const { connection, live, seatId } = visitor;
  const decided = decideEnter(live.meeting.state, seatId, { mic, camera });
  if (!decided.ok) return connection.refuse(re, decided.error, REASONS[decided.error]);
  takeSeat(visitor);
  connection.entering = re;
  const wasIn = live.meeting.state.attendees.get(seatId)?.stay != null;
  await live.meeting.record(decided.value);
  if (connection.entering === null || live.holders.get(seatId) !== connection) return;
  const attendee = live.meeting.state.attendees.get(seatId);
  if (wasIn && attendee?.stay) return letIn(live, connection, seatId);
  if (attendee?.asking) connection.send({ type: 'waiting', re });
  connection.entering = null;
};

function takeSeat({ connection, live, seatId }: Visitor): void {
  const other = live.holders.get(seatId);
  live.holders.set(seatId, connection);
  connection.stage = 'waiting';
  if (!other || other === connection) return;
  other.stage = 'greeted';
  other.refuse(null, 'replaced', 'The seat was taken in another window.');
  other.close(CLOSE.replaced, 'replaced');
}
