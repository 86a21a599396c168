import { endForAll } from '../../meeting/index.ts';
import type { Handler } from '../handler.ts';

/** A moderator ends the meeting for all. */
export const end: Handler<'end'> = async (floor, { connection, live, seatId }, { re }) => {
  const decided = endForAll(live.meeting.state, seatId, floor.clock.now());
  if (!decided.ok) return connection.refuse(re, 'not-allowed', 'Moderators end the meeting.');
  connection.ok(re);
  await live.meeting.record(decided.value);
};
