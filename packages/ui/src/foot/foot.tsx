import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';

/** The foot of a page: one row of quiet words and links. */
export function Foot({ narrow = false, children }: { narrow?: boolean; children: ReactNode }) {
  return (
    <div className="foot-wrap">
      <footer className={classNames('foot', narrow && 'foot-narrow')}>
        <div className="row">{children}</div>
      </footer>
    </div>
  );
}
