import type { ReactNode } from 'react';

/** The rail at the top of a page: `brand` (mark and name), `nav` (links with icons), and what belongs to the person. */
export function Rail(props: { brand: ReactNode; nav?: ReactNode; navLabel?: string; children?: ReactNode }) {
  return (
    <header className="rail">
      <div className="rail-in">
        {props.brand}
        {props.nav ? (
          <nav className="rail-nav" aria-label={props.navLabel}>
            {props.nav}
          </nav>
        ) : null}
        {props.children ? <div className="push row-s">{props.children}</div> : null}
      </div>
    </header>
  );
}
