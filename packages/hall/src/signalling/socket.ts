import type { RawData, WebSocket } from 'ws';
import { loseConnection, SEAT_KEPT_MS } from '../meeting/index.ts';
import { CLOSE } from '../protocol/index.ts';
import { Connection } from './connection.ts';
import type { HallFloor } from './hall-floor.ts';
import { MessageQueue } from './message-queue.ts';
import { parseMessage } from './parse.ts';

/** The largest frame: an SDP of many tracks fits, nothing needs more. */
export const MAX_FRAME_BYTES = 600_000;
/** So many messages beyond the rate, or of no known shape, and the connection is closed. */
const PATIENCE = 100;

/** Serves one browser's WebSocket until it closes. */
export function serveSocket(floor: HallFloor, socket: WebSocket): Connection {
  const connection = new Connection(socket, floor.clock);
  const queue = new MessageQueue(floor, connection);
  let offences = 0;
  const offended = (): void => {
    offences += 1;
    if (offences > PATIENCE) connection.close(CLOSE.refused, 'too many messages');
  };
  socket.on('message', (data: RawData, isBinary: boolean) => {
    connection.lastSeen = floor.clock.now();
    const parsed = isBinary
      ? { ok: false as const, error: { re: null, reason: 'Send text.' } }
      : parseMessage(String(data));
    if (!connection.messages.take(connection.lastSeen)) {
      offended();
      const re = parsed.ok ? parsed.value.re : parsed.error.re;
      return connection.refuse(re, 'too-fast', 'Too many messages at once.');
    }
    if (parsed.ok) {
      if (queue.push(parsed.value)) return;
      offended();
      return connection.refuse(parsed.value.re, 'too-fast', 'Too many messages wait for an answer.');
    }
    offended();
    connection.refuse(parsed.error.re, 'malformed', parsed.error.reason);
  });
  socket.on('pong', () => {
    connection.lastSeen = floor.clock.now();
  });
  socket.on('error', () => socket.terminate());
  socket.on('close', () => void detach(floor, connection));
  return connection;
}

/** The browser is gone: its seat is kept for a while, unless another window has it. */
async function detach(floor: HallFloor, connection: Connection): Promise<void> {
  const { live, seatId } = connection;
  if (!live || !seatId) return;
  live.connections.delete(connection);
  if (live.holders.get(seatId) !== connection) return;
  live.holders.delete(seatId);
  const now = floor.clock.now();
  const lost = { since: connection.diedAt ?? now, keptUntil: now + SEAT_KEPT_MS };
  try {
    await live.meeting.record(loseConnection(live.meeting.state, seatId, lost));
  } catch (err) {
    floor.log.warn({ err }, 'a lost connection could not be noted');
  }
}
