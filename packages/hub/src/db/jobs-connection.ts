import type { JobsConnection, Listen } from './database.ts';

/** Hears NOTIFY in the way that pg-boss asks for it. */
export function jobsListen(listen: Listen): JobsConnection['listen'] {
  return async (channel, heard, reconnected) => {
    const close = await listen(channel, (payload) => (payload === '' ? reconnected() : heard(payload)));
    reconnected();
    return { close };
  };
}
