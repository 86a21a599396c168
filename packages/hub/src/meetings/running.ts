import type { Tx } from '../db/index.ts';
import type { RunningView } from '../rooms/wire.ts';
import { beliefOf, staysByAttendee } from './attendance/presence.ts';
import { factsOf } from './attendees.repository.ts';
import type { MeetingsGround } from './ground.ts';
import { runningInAny } from './meetings.repository.ts';

/** What runs in these rooms now, by room; a room that is free is not in it. */
export async function runningViews(
  ground: Pick<MeetingsGround, 'findServer'>,
  tx: Tx,
  roomIds: readonly string[],
): Promise<Map<string, RunningView>> {
  const running = await runningInAny(tx, roomIds);
  const facts = await factsOf(
    tx,
    running.map(({ id }) => id),
  );
  const views = new Map<string, RunningView>();
  for (const meeting of running) {
    const stays = staysByAttendee(facts.get(meeting.id) ?? [], null);
    const server = await ground.findServer(tx, meeting.serverId);
    views.set(meeting.roomId, {
      since: (meeting.startedAt ?? meeting.createdAt).toISOString(),
      people: [...stays.values()].filter((of) => beliefOf(of).present).length,
      // One missed look is enough to say so; calling the server down takes two.
      reachable: server !== null && server.misses === 0,
    });
  }
  return views;
}
