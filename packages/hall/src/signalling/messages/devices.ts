import { changeDevices } from '../../meeting/index.ts';
import type { Handler } from '../handler.ts';

/** What the person's microphone and camera do now. */
export const devices: Handler<'devices'> = async (_floor, { connection, live, seatId }, message) => {
  const { mic, camera } = message;
  await live.meeting.record(changeDevices(live.meeting.state, seatId, { mic, camera }));
  connection.ok(message.re);
};
