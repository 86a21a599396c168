import type { House, MemberRole, SessionView } from '@koinon/hub/wire';
import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { ask } from '../hub/index.ts';

/** Who is here, in whose house. Loaded before any page shows. */
export const sessionQuestion = queryOptions({
  queryKey: ['session'],
  queryFn: () => ask<SessionView>('GET', '/api/session'),
  staleTime: 60_000,
});

export function useSession(): SessionView {
  return useSuspenseQuery(sessionQuestion).data;
}

/** The house one is in. Only for pages that stand in a house. */
export function useHouse(): House {
  const { house } = useSession();
  if (!house) throw new TypeError('This page stands in a house');
  return house;
}

export function useRole(role: MemberRole): boolean {
  return useSession().roles.includes(role);
}

/** Takes a new session in place of the old one; nothing that was asked before is kept. */
export function useNewSession(): (session: SessionView) => void {
  const questions = useQueryClient();
  return useCallback(
    (session) => {
      questions.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
      questions.setQueryData(sessionQuestion.queryKey, session);
    },
    [questions],
  );
}
