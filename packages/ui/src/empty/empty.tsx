import type { ReactNode } from 'react';
import { Door } from '../door/door.tsx';

/** What would be here, and how it gets here. The ghost of a door only where rooms would be. */
export function Empty(props: {
  title: ReactNode;
  door?: boolean;
  keys?: ReactNode;
  after?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="empty">
      {props.door ? <Door state="ghost" big /> : null}
      <div className="stack-s">
        <h2>{props.title}</h2>
        <p>{props.children}</p>
      </div>
      {props.keys ? <div className="row">{props.keys}</div> : null}
      {props.after ? <p className="small quiet">{props.after}</p> : null}
    </div>
  );
}
