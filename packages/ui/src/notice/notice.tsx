import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { Icon } from '../icon/icon.tsx';
import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from '../icon/icons.ts';

export type NoticeKind = 'plain' | 'ok' | 'warn' | 'danger';

const icons: Record<NoticeKind, LucideIcon> = {
  plain: Info,
  ok: CircleCheck,
  warn: TriangleAlert,
  danger: CircleAlert,
};

/**
 * What happened (`title`), what was kept (the children), what to do next (`keys`). Stays until it is untrue.
 * Say `live` when it appears while somebody is on the page.
 */
export function Notice(props: {
  kind?: NoticeKind;
  icon?: LucideIcon;
  title: ReactNode;
  children?: ReactNode;
  keys?: ReactNode;
  live?: boolean;
}) {
  const { kind = 'plain' } = props;
  const role = props.live ? (kind === 'danger' ? 'alert' : 'status') : undefined;
  return (
    <div className={classNames('notice', kind !== 'plain' && `notice-${kind}`)} role={role}>
      <Icon of={props.icon ?? icons[kind]} />
      <div>
        <strong>{props.title}</strong> {props.children}
        {props.keys ? <div className="row">{props.keys}</div> : null}
      </div>
    </div>
  );
}
