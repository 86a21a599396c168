import { lobbyView, type MeetingEvent, type Recorded } from '../meeting/index.ts';
import { CLOSE } from '../protocol/index.ts';
import type { Listener } from './listener.ts';
import type { LiveMeeting } from './live-meeting.ts';
import { enteredPicture } from './picture.ts';

type Telling<T extends MeetingEvent['type']> = (
  live: LiveMeeting,
  event: Extract<Recorded, { type: T }>,
) => void;

const tellings: { [T in MeetingEvent['type']]?: Telling<T> } = {
  asked(live, { seat }) {
    const connection = live.holders.get(seat);
    if (connection?.entering != null) connection.send({ type: 'waiting', re: connection.entering });
    if (connection) connection.entering = null;
    tellLobby(live);
  },
  'stopped-asking': tellLobby,
  admitted: tellLobby,
  denied(live, { seat }) {
    refuseAndClose(live.holders.get(seat), 'A moderator did not open the door.');
    tellLobby(live);
  },
  entered(live, { seat }) {
    live.tellPerson(seat);
    const connection = live.holders.get(seat);
    if (connection) letIn(live, connection, seat);
  },
  'connection-lost': tellPresence,
  'connection-back': tellPresence,
  devices: (live, { seat }) => live.tellPerson(seat),
  hand: (live, { seat }) => live.tellPerson(seat),
  chat(live, { id, seat, name, text, at }) {
    const message = { id, from: seat, name, text, at: new Date(at).toISOString() };
    live.tellSeated({ type: 'chat', message });
  },
  left(live, { seat, reason }) {
    const connection = live.holders.get(seat);
    live.holders.delete(seat);
    void live.media.leave(seat);
    live.tellSeated({ type: 'left', id: seat });
    if (reason !== 'meeting-ended') connection?.close(CLOSE.done);
  },
  ended(live, { by }) {
    for (const connection of live.connections) {
      connection.send({ type: 'ended', by });
      connection.close(CLOSE.done);
    }
    void live.media.close();
  },
};

/** Tells those in the meeting, and those at its door, of an event that is on disk. */
export function tell(live: LiveMeeting, event: Recorded): void {
  const telling = tellings[event.type] as Telling<MeetingEvent['type']> | undefined;
  telling?.(live, event);
}

/** Makes a connection part of the audience: from here on it hears of everything, after one whole picture. */
export function letIn(live: LiveMeeting, connection: Listener, seatId: string): void {
  connection.stage = 'seated';
  connection.send(enteredPicture(live, seatId, connection.entering));
  connection.entering = null;
  connection.send({ type: 'publications', all: [...live.media.publications] });
  live.media.join(seatId).catch(() => connection.send({ type: 'media-lost' }));
}

function tellLobby(live: LiveMeeting): void {
  live.tellModerators({ type: 'lobby', waiting: lobbyView(live.meeting.state) });
}

function tellPresence(live: LiveMeeting, { seat }: { seat: string }): void {
  live.tellPerson(seat);
}

function refuseAndClose(connection: Listener | undefined, message: string): void {
  connection?.refuse(null, 'denied', message);
  connection?.close(CLOSE.refused);
}
