import type { RoomChange, RoomMake, RoomView } from '@koinon/hub/wire';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask, useRhythm } from '../../hub/index.ts';

const roomsQuestion = queryOptions({
  queryKey: ['rooms'],
  queryFn: () => ask<RoomView[]>('GET', '/api/rooms'),
});

const roomQuestion = (id: string) =>
  queryOptions({
    queryKey: ['room', id],
    queryFn: () => ask<RoomView>('GET', `/api/rooms/${encodeURIComponent(id)}`),
  });

/** My rooms, newest first. */
export function useRooms() {
  return useQuery({ ...roomsQuestion, refetchInterval: useRhythm() });
}

export function useRoom(id: string) {
  return useQuery({ ...roomQuestion(id), refetchInterval: useRhythm() });
}

/** What a change does to what is shown: the room at once, the list when it comes. */
function useTellRoom() {
  const questions = useQueryClient();
  return (room: RoomView) => {
    questions.setQueryData(roomQuestion(room.id).queryKey, room);
    void questions.invalidateQueries(roomsQuestion);
  };
}

export function useMakeRoom(onMade: (room: RoomView) => void) {
  const tell = useTellRoom();
  return useMutation({
    mutationFn: (room: RoomMake) => ask<RoomView>('POST', '/api/rooms', room),
    onSuccess: (room) => {
      tell(room);
      onMade(room);
    },
  });
}

export function useChangeRoom(id: string) {
  const tell = useTellRoom();
  return useMutation({
    mutationFn: (change: RoomChange) =>
      ask<RoomView>('PATCH', `/api/rooms/${encodeURIComponent(id)}`, change),
    onSuccess: tell,
  });
}

export function useDeleteRoom(id: string, onDeleted: () => void) {
  const questions = useQueryClient();
  return useMutation({
    mutationFn: () => ask('DELETE', `/api/rooms/${encodeURIComponent(id)}`),
    onSuccess: () => {
      onDeleted();
      questions.setQueryData(roomsQuestion.queryKey, (rooms) => rooms?.filter((room) => room.id !== id));
      questions.removeQueries(roomQuestion(id));
    },
  });
}

/** Takes a deletion back. */
export function useRestoreRoom(id: string): () => Promise<void> {
  const questions = useQueryClient();
  return async () => {
    await ask('POST', `/api/rooms/${encodeURIComponent(id)}/restore`);
    await questions.invalidateQueries(roomsQuestion);
  };
}
