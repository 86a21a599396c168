import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { sessionQuestion } from './house/index.ts';
import { codeOf, HubSilent } from './hub/index.ts';

/** Somebody who is no longer signed in is asked to, wherever they notice. */
function notice(error: unknown): void {
  if (codeOf(error) === 'not-signed-in') void questions.invalidateQueries(sessionQuestion);
}

/** What the pages ask the hub. An answer is asked for again only when there was none. */
export const questions: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: notice }),
  mutationCache: new MutationCache({ onError: notice }),
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 2000,
      retry: (failures, error) => error instanceof HubSilent && failures < 1,
      retryDelay: 800,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
