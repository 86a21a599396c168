import { admit as decideAdmit, deny as decideDeny } from '../../meeting/index.ts';
import type { Handler } from '../handler.ts';

/** A moderator opens to those who wait. */
export const admit: Handler<'admit'> = async (_floor, { connection, live, seatId }, { re, ids }) => {
  const decided = decideAdmit(live.meeting.state, seatId, ids);
  if (!decided.ok && decided.error === 'meeting-full') {
    return connection.refuse(re, 'meeting-full', 'The meeting has as many people as it may have.');
  }
  if (!decided.ok) return connection.refuse(re, 'not-allowed', 'Moderators open the door.');
  await live.meeting.record(decided.value);
  connection.ok(re);
};

/** A moderator turns away those who wait. */
export const deny: Handler<'deny'> = async (_floor, { connection, live, seatId }, { re, ids }) => {
  const decided = decideDeny(live.meeting.state, seatId, ids);
  if (!decided.ok) return connection.refuse(re, 'not-allowed', 'Moderators keep the door.');
  await live.meeting.record(decided.value);
  connection.ok(re);
};
