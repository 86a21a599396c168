import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { classNames } from '../class-names.ts';
import { Icon } from '../icon/icon.tsx';
import { type LucideIcon, RefreshCw } from '../icon/icons.ts';

export type KeyVariant = 'main' | 'plain' | 'bare' | 'danger' | 'danger-main';

export interface KeyLook {
  variant?: KeyVariant;
  icon?: LucideIcon | undefined;
  /** Over the whole width. */
  wide?: boolean;
  /** The one act of a page. */
  tall?: boolean;
  small?: boolean;
  /** Only the icon is seen; the words are its label. */
  iconOnly?: boolean;
}

/** The class names of a key, for the rare element that is neither button nor link (a `<summary>`). */
export function keyClass(look: KeyLook): string {
  const { variant = 'plain', wide, tall, small, iconOnly } = look;
  return classNames(
    'btn',
    variant !== 'plain' && `btn-${variant}`,
    wide && 'btn-wide',
    tall && 'btn-tall',
    small && 'btn-small',
    iconOnly && 'btn-icon',
  );
}

function KeyFace({ icon, iconOnly, children }: { icon?: LucideIcon | undefined; iconOnly?: boolean | undefined; children: ReactNode }) {
  return (
    <>
      {icon ? <Icon of={icon} /> : null}
      {iconOnly ? <span className="sr">{children}</span> : children}
    </>
  );
}

export interface KeyProps extends KeyLook, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type'> {
  type?: 'button' | 'submit';
  /** The act runs: the icon turns, presses are ignored, the words (which say what runs) stay readable. */
  busy?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

/**
 * A key: a button that starts with a verb. A busy key keeps the focus (it is not `disabled`), so that whoever
 * uses a keyboard does not lose their place.
 */
export function Key(props: KeyProps) {
  const { variant, icon, wide, tall, small, iconOnly, busy = false, type = 'button', className, onClick, children, ...rest } = props;
  const look: KeyLook = { ...(variant && { variant }), wide: wide === true, tall: tall === true, small: small === true, iconOnly: iconOnly === true };
  return (
    <button
      {...rest}
      type={type}
      className={classNames(keyClass(look), className)}
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

export interface KeyLinkProps extends KeyLook, AnchorHTMLAttributes<HTMLAnchorElement> {
  ref?: Ref<HTMLAnchorElement>;
}

/** A link that looks like a key: it goes somewhere. */
export function KeyLink(props: KeyLinkProps) {
  const { variant, icon, wide, tall, small, iconOnly, className, children, ...rest } = props;
  const look: KeyLook = { ...(variant && { variant }), wide: wide === true, tall: tall === true, small: small === true, iconOnly: iconOnly === true };
  return (
    <a {...rest} className={classNames(keyClass(look), className)}>
      <KeyFace icon={icon} iconOnly={iconOnly}>
        {children}
      </KeyFace>
    </a>
  );
}
