import type { ReactNode } from 'react';

/** The slider on a door. Its words say the state too ("Open · 7 people"). */
export function Sign({ state, children }: { state: 'free' | 'lobby' | 'open'; children: ReactNode }) {
  return <span className={`sign sign-${state}`}>{children}</span>;
}
