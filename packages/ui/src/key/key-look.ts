import { classNames } from '../class-names.ts';
import type { LucideIcon } from '../icon/icons.ts';

export type KeyVariant = 'main' | 'plain' | 'bare' | 'danger' | 'danger-main';

export interface KeyLook {
  /** One painted (`main`) key per view. */
  variant?: KeyVariant | undefined;
  icon?: LucideIcon | undefined;
  /** Over the whole width. */
  wide?: boolean | undefined;
  /** The one act of a page. */
  tall?: boolean | undefined;
  small?: boolean | undefined;
  /** Only the icon is seen; the words are its label. */
  iconOnly?: boolean | undefined;
}

/** The class names of a key, also for elements that are neither button nor link (a `<summary>`). */
export function keyClass(look: KeyLook, more?: string): string {
  const { variant = 'plain', wide, tall, small, iconOnly } = look;
  return classNames(
    'btn',
    variant !== 'plain' && `btn-${variant}`,
    wide && 'btn-wide',
    tall && 'btn-tall',
    small && 'btn-small',
    iconOnly && 'btn-icon',
    more,
  );
}
