import type { ButtonHTMLAttributes, Ref } from 'react';
import { RefreshCw } from '../icon/icons.ts';
import { KeyFace } from './key-face.tsx';
import { type KeyLook, keyClass } from './key-look.ts';

export interface KeyProps extends KeyLook, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type'> {
  type?: 'button' | 'submit';
  /** The act runs: the icon turns, presses are ignored, the words say what runs. */
  busy?: boolean | undefined;
  ref?: Ref<HTMLButtonElement>;
}

/**
 * A key: a button that starts with a verb. A busy key is not `disabled` and keeps the focus, so that whoever
 * uses a keyboard does not lose their place.
 */
export function Key(props: KeyProps) {
  const {
    variant,
    icon,
    wide,
    tall,
    small,
    iconOnly,
    busy,
    type = 'button',
    className,
    onClick,
    children,
    ...rest
  } = props;
  return (
    <button
      {...rest}
      type={type}
      className={keyClass({ variant, wide, tall, small, iconOnly }, className)}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      <KeyFace icon={busy ? RefreshCw : icon} iconOnly={iconOnly}>
        {children}
      </KeyFace>
    </button>
  );
}
