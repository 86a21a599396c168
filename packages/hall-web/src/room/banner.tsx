import { Icon, type LucideIcon, TriangleAlert } from '@koinon/ui';
import type { ReactNode } from 'react';

/** One line above the stage, for as long as it is true: what happened, what was kept, and keys if there is a choice. */
export function Banner(props: {
  title: ReactNode;
  children?: ReactNode;
  keys?: ReactNode;
  icon?: LucideIcon;
}) {
  return (
    <div className="mlobby mbanner" role="status">
      <p>
        <Icon of={props.icon ?? TriangleAlert} />
        <span>
          <strong>{props.title}</strong> {props.children}
        </span>
      </p>
      {props.keys ? <span className="row-s push">{props.keys}</span> : null}
    </div>
  );
}
