import { createContext, use } from 'react';
import type { Devices } from '../devices/state.ts';
import type { Tracks } from '../media/subscriber.ts';
import type { Session } from '../meeting/session.ts';
import type { Meeting } from '../meeting/state.ts';
import { useStore } from '../store.ts';

/** What the page uses of a session. */
export type Visit = Pick<
  Session,
  | 'store'
  | 'tracks'
  | 'local'
  | 'enter'
  | 'leave'
  | 'comeAgain'
  | 'endForAll'
  | 'say'
  | 'sayAgain'
  | 'raiseHand'
  | 'admit'
  | 'deny'
  | 'seeChat'
>;

const Here = createContext<Visit | null>(null);
export const VisitProvider = Here;

export function useVisit(): Visit {
  const visit = use(Here);
  if (visit === null) throw new TypeError('useVisit needs a VisitProvider above it');
  return visit;
}

export function useMeeting<T>(select: (meeting: Meeting) => T): T {
  return useStore(useVisit().store, select);
}

export function useDevices<T>(select: (devices: Devices) => T): T {
  return useStore(useVisit().local.store, select);
}

export function useTracks(): Tracks {
  return useStore(useVisit().tracks, (tracks) => tracks);
}
