import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';

// On a phone the rows become slips (`display: grid`), and what is no table for CSS is none for screen readers
// either; so every part says its role again.
// biome-ignore-start lint/a11y/noRedundantRoles: see above.

export interface SlipHead {
  id: string;
  words: ReactNode;
  /** A column of numbers. */
  num?: boolean;
  /** A column that is dropped where there is little room. */
  optional?: boolean;
}

/** A table whose rows become slips on a phone. */
export function SlipTable({ heads, children }: { heads: readonly SlipHead[]; children: ReactNode }) {
  return (
    <table role="table" className="table table-slips">
      <thead role="rowgroup">
        <tr role="row">
          {heads.map(({ id, words, num, optional }) => (
            <th key={id} role="columnheader" scope="col" className={cellClass(num, optional)}>
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  );
}

export function SlipRow({ children }: { children: ReactNode }) {
  return <tr role="row">{children}</tr>;
}

/** The cell that names its row. */
export function SlipName({ children }: { children: ReactNode }) {
  return (
    <th role="rowheader" scope="row">
      {children}
    </th>
  );
}

/** A cell; `label` stands above it on a slip. */
export function SlipCell(props: {
  label?: string;
  num?: boolean;
  optional?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <td
      role="cell"
      className={classNames(cellClass(props.num, props.optional), props.className)}
      data-label={props.label}
    >
      {props.children}
    </td>
  );
}

function cellClass(num: boolean | undefined, optional: boolean | undefined): string {
  return classNames(num && 'num', optional && 'col-opt');
}
// biome-ignore-end lint/a11y/noRedundantRoles: see above.
