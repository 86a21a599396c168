import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../hub/index.ts';

/** Ends the meeting that runs in a room, for everyone. */
export function useEndMeeting(roomId: string, onEnded: () => void) {
  const questions = useQueryClient();
  return useMutation({
    mutationFn: () => ask('POST', `/api/rooms/${encodeURIComponent(roomId)}/end`),
    onSuccess: async () => {
      onEnded();
      await Promise.all(
        [['rooms'], ['room', roomId], ['meetings', roomId]].map((queryKey) =>
          questions.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
}
