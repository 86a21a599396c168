import type { ServerAttach, ServerChange, ServerView } from '@koinon/hub/wire';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../hub/index.ts';

const rhythmMs = 10_000;

const serversQuestion = queryOptions({
  queryKey: ['servers'],
  queryFn: () => ask<ServerView[]>('GET', '/api/desk/servers'),
});

export function useServers() {
  return useQuery({ ...serversQuestion, refetchInterval: rhythmMs });
}

function useAskServersAgain() {
  const questions = useQueryClient();
  return () => questions.invalidateQueries(serversQuestion);
}

export function useAttachServer(onAttached: (server: ServerView) => void) {
  const again = useAskServersAgain();
  return useMutation({
    mutationFn: (server: ServerAttach) => ask<ServerView>('POST', '/api/desk/servers', server),
    onSuccess: async (server) => {
      onAttached(server);
      await again();
    },
  });
}

export function useChangeServer(id: string) {
  const again = useAskServersAgain();
  return useMutation({
    mutationFn: (change: ServerChange) =>
      ask<ServerView>('PATCH', `/api/desk/servers/${encodeURIComponent(id)}`, change),
    onSuccess: again,
  });
}

export function useRemoveServer(id: string, onRemoved: () => void) {
  const again = useAskServersAgain();
  return useMutation({
    mutationFn: () => ask('DELETE', `/api/desk/servers/${encodeURIComponent(id)}`),
    onSuccess: async () => {
      onRemoved();
      await again();
    },
  });
}
