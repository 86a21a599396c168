import type { MeetingView } from '@koinon/hub/wire';
import { useQuery } from '@tanstack/react-query';
import { ask, useRhythm } from '../../hub/index.ts';

/** The meetings of a room, newest first. */
export function useMeetings(roomId: string) {
  return useQuery({
    queryKey: ['meetings', roomId],
    queryFn: () => ask<MeetingView[]>('GET', `/api/rooms/${encodeURIComponent(roomId)}/meetings`),
    refetchInterval: useRhythm(),
  });
}
