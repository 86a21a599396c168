import { moveHand } from '../../meeting/index.ts';
import type { Handler } from '../handler.ts';

export const hand: Handler<'hand'> = async (_floor, { connection, live, seatId }, { re, up }) => {
  await live.meeting.record(moveHand(live.meeting.state, seatId, up));
  connection.ok(re);
};
