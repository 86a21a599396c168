import type { ServerView } from '@koinon/hub/wire';

/** What only a human can mend, worst first. */
export type Need =
  | { kind: 'next-down'; server: ServerView }
  | { kind: 'next-disabled'; server: ServerView }
  | { kind: 'no-next' }
  | { kind: 'down'; server: ServerView };

/** What needs a human on this desk. A server that rests is left alone, unless the next meeting is to run there. */
export function needsOf(servers: readonly ServerView[]): Need[] {
  const needs: Need[] = [];
  const next = servers.find((server) => server.next);
  if (servers.length > 0 && !next) needs.push({ kind: 'no-next' });
  if (next?.state === 'disabled') needs.push({ kind: 'next-disabled', server: next });
  else if (next?.health === 'down') needs.push({ kind: 'next-down', server: next });
  for (const server of servers) {
    if (server.state === 'enabled' && server.health === 'down' && !server.next)
      needs.push({ kind: 'down', server });
  }
  return needs;
}
