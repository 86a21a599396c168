import { say } from '../../meeting/index.ts';
import type { Handler } from '../handler.ts';

/** One message for everybody, acknowledged when it is on disk; sent again it is acknowledged again and said once. */
export const chat: Handler<'chat'> = async (floor, { connection, live, seatId }, { re, id, text }) => {
  if (!connection.chat.take(floor.clock.now())) {
    return connection.refuse(re, 'too-fast', 'Too many messages at once; send this one again in a moment.');
  }
  await live.meeting.record(say(live.meeting.state, seatId, { id, text }));
  connection.ok(re);
};
