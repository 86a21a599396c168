import type { ReactNode } from 'react';
import { Bar } from '../progress/bar.tsx';

export interface BarRow {
  id: string;
  label: ReactNode;
  /** Quiet words after the label. */
  quiet?: ReactNode;
  value: number;
  /** The value in words or digits of the reader's language. */
  says: ReactNode;
}

/** A small chart that is a table: people compare its numbers. The longest bar is `most`, or the largest value. */
export function Bars(props: { caption: ReactNode; rows: readonly BarRow[]; most?: number }) {
  const most = Math.max(1, props.most ?? 0, ...props.rows.map((row) => row.value));
  return (
    <table className="bars">
      <caption className="small quiet">{props.caption}</caption>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              {row.label}
              {row.quiet ? <span className="quiet"> · {row.quiet}</span> : null}
            </th>
            <td>
              <Bar share={row.value / most} />
            </td>
            <td className="num">{row.says}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
