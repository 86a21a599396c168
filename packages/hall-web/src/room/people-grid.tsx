import { type CSSProperties, type ReactNode, useRef } from 'react';
import { bestGrid } from './best-grid.ts';
import { useSize } from './use-size.ts';

const GAP_PX = 8;

/** Tiles in the grid that shows the most of them. The children are the tiles, `count` says how many. */
export function PeopleGrid({ count, children }: { count: number; children: ReactNode }) {
  const ref = useRef<HTMLUListElement>(null);
  const { width, height } = useSize(ref);
  const { tileWidth, tileHeight, rows } = bestGrid(count, width, height, GAP_PX);
  // What scrolls must be reachable by keyboard; what does not is no stop on the way.
  const scrolls = rows * (tileHeight + GAP_PX) - GAP_PX > height;
  const sizes = { '--tile-width': `${tileWidth}px`, '--tile-height': `${tileHeight}px` } as CSSProperties;
  return (
    <ul ref={ref} className="mgrid" style={sizes} tabIndex={scrolls ? 0 : undefined}>
      {children}
    </ul>
  );
}
