import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { base } from './base.ts';

const againMs = 10_000;

let live = false;
const listeners = new Set<() => void>();

function note(now: boolean): void {
  if (now === live) return;
  live = now;
  for (const listener of listeners) listener();
}

/** Questions whose answers change when something happens in a room. */
const changing = new Set(['rooms', 'room', 'door', 'meetings', 'servers']);

/** Listens to the hub: whenever something changes in the rooms of this house, what is shown is asked again. Returns how to stop. */
export function listen(questions: QueryClient): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const askAgain = () => {
    void questions.invalidateQueries({ predicate: ({ queryKey }) => changing.has(String(queryKey[0])) });
  };
  const open = () => {
    source = new EventSource(`${base}/api/events`);
    source.onopen = () => {
      // What happened while nobody listened is unknown.
      if (!live) askAgain();
      note(true);
    };
    source.addEventListener('rooms', askAgain);
    source.onerror = () => {
      note(false);
      // The browser tries again by itself, unless it was refused.
      if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, againMs);
    };
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
    note(false);
  };
}

const store = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
  now: () => live,
};

/** Whether the hub tells of changes at the moment. */
export function useLive(): boolean {
  return useSyncExternalStore(store.subscribe, store.now);
}

/** How often to ask again by oneself, in ms: rarely while the hub tells, every 5 s while it does not. */
export function useRhythm(): number {
  return useLive() ? 60_000 : 5000;
}
