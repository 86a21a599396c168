import type { ReactNode } from 'react';

export type MarkName = 'waves' | 'weave' | 'table' | 'door';

const drawings: Record<MarkName, ReactNode> = {
  waves: (
    <>
      <path d="M1.5 18 9 7.5 16 17l7-9.5L30.5 18v2.5h-29z" />
      <path
        d="M1.5 26c2.4 0 2.4-2 4.8-2s2.4 2 4.9 2 2.4-2 4.8-2 2.4 2 4.8 2 2.4-2 4.9-2 2.4 2 4.8 2"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.4"
      />
    </>
  ),
  weave: (
    <>
      <rect x="2.5" y="1" width="7" height="10.5" rx="1" />
      <rect x="1" y="12.5" width="10.5" height="7" rx="1" />
      <rect x="2.5" y="21" width="7" height="10.5" rx="1" />
      <rect x="10.5" y="2.5" width="10.5" height="7" rx="1" />
      <rect x="12.5" y="10.5" width="7" height="10.5" rx="1" />
      <rect x="10.5" y="22.5" width="10.5" height="7" rx="1" />
      <rect x="22.5" y="1" width="7" height="10.5" rx="1" />
      <rect x="21" y="12.5" width="10.5" height="7" rx="1" />
      <rect x="22.5" y="21" width="7" height="10.5" rx="1" />
    </>
  ),
  table: (
    <>
      <rect x="3" y="11" width="26" height="10" rx="2" />
      <circle cx="8" cy="6" r="2.7" />
      <circle cx="16" cy="6" r="2.7" />
      <circle cx="24" cy="6" r="2.7" />
      <circle cx="8" cy="26" r="2.7" />
      <circle cx="16" cy="26" r="2.7" />
      <circle cx="24" cy="26" r="2.7" />
    </>
  ),
  door: (
    <>
      <path d="M7 3h18v25h-3.5V6.5h-11V28H7z" />
      <path d="M12 8l8 3v17h-8z" />
      <rect x="3" y="28" width="26" height="2.5" rx="1" />
    </>
  ),
};

/** A house's mark, in its paint. Our own drawings. */
export function Mark({ of }: { of: MarkName }) {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true" fill="currentColor">
      {drawings[of]}
    </svg>
  );
}
