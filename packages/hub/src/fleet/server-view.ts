import type { Server } from './servers.repository.ts';
import type { ServerView } from './wire.ts';

/** A server as the desk shows it: everything but the secret. */
export function serverView(server: Server, nextId: string | null): ServerView {
  const { id, name, kind, api, state, health, version, meetings, people } = server;
  const downSince = health === 'down' ? (server.silentSince?.toISOString() ?? null) : null;
  return { id, name, kind, api, state, health, downSince, version, meetings, people, next: id === nextId };
}
