import { MediaRefused } from '../../media/engine.ts';
import type { Connection } from '../connection.ts';
import type { Handler } from '../handler.ts';

const ENGINE_PATIENCE_MS = 3_000;

/** Takes what the browser offers to send. */
export const publish: Handler<'publish'> = async (_floor, { connection, live, seatId }, message) => {
  try {
    const sdp = await live.media.publish(seatId, message.sdp, message.tracks);
    connection.send({ type: 'published', re: message.re, sdp });
  } catch (error) {
    refuseMedia(connection, message.re, error);
  }
};

/** Takes the browser's answer to an offer. */
export const answer: Handler<'answer'> = async (_floor, { connection, live, seatId }, message) => {
  try {
    await live.media.answer(seatId, message.sdp, message.version);
    connection.ok(message.re);
  } catch (error) {
    refuseMedia(connection, message.re, error);
  }
};

/** Fresh transports, once the engine can give them. */
export const renewMedia: Handler<'renew-media'> = async (floor, { connection, live, seatId }, { re }) => {
  try {
    await floor.engineWatch.ready(ENGINE_PATIENCE_MS);
    await live.media.join(seatId);
    connection.ok(re);
  } catch (error) {
    refuseMedia(connection, re, error);
  }
};

/** Whatever went wrong in the media, the meeting goes on and the browser may try again. */
function refuseMedia(connection: Connection, re: number, error: unknown): void {
  const message = error instanceof MediaRefused ? error.message : 'The media engine is not there; try again.';
  connection.refuse(re, 'media-failed', message);
}
