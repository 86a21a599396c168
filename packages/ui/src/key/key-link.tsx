import type { AnchorHTMLAttributes, Ref } from 'react';
import { KeyFace } from './key-face.tsx';
import { type KeyLook, keyClass } from './key-look.ts';

export interface KeyLinkProps extends KeyLook, AnchorHTMLAttributes<HTMLAnchorElement> {
  ref?: Ref<HTMLAnchorElement>;
}

/** A link that looks like a key: it goes somewhere. */
export function KeyLink(props: KeyLinkProps) {
  const { variant, icon, wide, tall, small, iconOnly, className, children, ...rest } = props;
  return (
    <a {...rest} className={keyClass({ variant, wide, tall, small, iconOnly }, className)}>
      <KeyFace icon={icon} iconOnly={iconOnly}>
        {children}
      </KeyFace>
    </a>
  );
}
