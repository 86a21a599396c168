import { z } from 'zod';
import { houseChanged } from '../changes/index.ts';
import type { Tx } from '../db/index.ts';
import { type Events, type EventType, eventOf } from '../events/index.ts';

const ofMeeting = z.object({ meetingId: z.uuid(), roomId: z.uuid() });

/** The engine has made it; people can come in. */
export const meetingStarted = eventOf('meetings.started', ofMeeting);
/** It is over, or its server was silent for so long that it counts as over. Attendance can still become more exact. */
export const meetingEnded = eventOf('meetings.ended', ofMeeting);

/** Tells the other rooms and the open pages of the house. */
export async function told(
  { events }: { events: Events },
  tx: Tx,
  type: EventType<{ meetingId: string; roomId: string }>,
  { id, roomId }: { id: string; roomId: string },
): Promise<void> {
  await events.tell(tx, type, { aggregate: `meeting:${id}`, payload: { meetingId: id, roomId } });
  await houseChanged(tx);
}
