import type { ReactNode } from 'react';

/** The first link of a page: past the rail, to what the page is for. */
export function SkipLink({ to = 'main', children }: { to?: string; children: ReactNode }) {
  return (
    <a className="skip" href={`#${to}`}>
      {children}
    </a>
  );
}
