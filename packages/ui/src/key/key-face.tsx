import type { ReactNode } from 'react';
import { Icon } from '../icon/icon.tsx';
import type { KeyLook } from './key-look.ts';

/** What is seen on a key. */
export function KeyFace({
  icon,
  iconOnly,
  children,
}: Pick<KeyLook, 'icon' | 'iconOnly'> & { children: ReactNode }) {
  return (
    <>
      {icon ? <Icon of={icon} /> : null}
      {iconOnly ? <span className="sr">{children}</span> : children}
    </>
  );
}
