import { leave as decideLeave } from '../../meeting/index.ts';
import { CLOSE } from '../../protocol/index.ts';
import type { Handler } from '../handler.ts';

/** Leaves the meeting or the lobby; the seat stays good for coming back. */
export const leave: Handler<'leave'> = async (floor, { connection, live, seatId }, { re }) => {
  const isHolder = live.holders.get(seatId) === connection;
  const events = isHolder ? decideLeave(live.meeting.state, seatId, floor.clock.now()) : [];
  connection.ok(re);
  await live.meeting.record(events);
  connection.close(CLOSE.done);
};
