import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { Icon } from '../icon/icon.tsx';
import type { LucideIcon } from '../icon/icons.ts';

/** A fact in one to three words; never a button. */
export function Badge(props: {
  kind?: 'plain' | 'line' | 'accent' | 'ok' | 'warn' | 'danger';
  icon?: LucideIcon;
  children: ReactNode;
}) {
  const { kind = 'plain' } = props;
  return (
    <span className={classNames('badge', kind !== 'plain' && `badge-${kind}`)}>
      {props.icon ? <Icon of={props.icon} /> : null}
      {props.children}
    </span>
  );
}
