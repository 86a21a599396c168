import type { CSSProperties } from 'react';

/** A bar filled to `share` (0 to 1). A number stands beside it, so it is not read aloud. */
export function Bar({ share }: { share: number }) {
  const percent = Math.min(100, Math.max(0, share * 100));
  return (
    <span className="bar" aria-hidden="true">
      <i style={{ '--v': `${percent}%` } as CSSProperties} />
    </span>
  );
}
