import { hexOf, oklchOf } from './oklch.ts';

/** The accent roles that a paint gives; the same names as in tokens.css. */
export interface AccentRoles {
  accent: string;
  'accent-hover': string;
  'accent-edge': string;
  'accent-mark': string;
  'accent-text': string;
  'accent-tint': string;
  'accent-line': string;
}

/** A paint is `#rrggbb`, nothing else: it goes into a stylesheet. */
export function isPaint(value: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(value);
}

const clamp = (least: number, value: number, most: number) => Math.min(most, Math.max(least, value));

/** The accent roles of a paint, by the formulas of tokens.css: lightness and chroma are clamped, so contrast holds. */
export function accentRoles(paint: string, theme: 'light' | 'dark'): AccentRoles {
  const { l, c, h } = oklchOf(paint);
  const colour = (lightness: number, chroma: number) => hexOf({ l: lightness, c: chroma, h });
  const soft = Math.min(c, 0.12);
  if (theme === 'dark') {
    return {
      accent: colour(0.53, Math.min(c, 0.115)),
      'accent-hover': colour(0.47, Math.min(c, 0.105)),
      'accent-edge': colour(0.665, Math.min(c, 0.1)),
      'accent-mark': colour(0.67, Math.min(c, 0.11)),
      'accent-text': colour(0.835, Math.min(c, 0.08)),
      'accent-tint': colour(0.31, soft * 0.36),
      'accent-line': colour(0.47, soft * 0.6),
    };
  }
  const accent = colour(clamp(0.34, l, 0.465), Math.min(c, 0.135));
  return {
    accent,
    'accent-hover': colour(clamp(0.34, l, 0.465) - 0.06, Math.min(c, 0.125)),
    'accent-edge': accent,
    'accent-mark': accent,
    'accent-text': colour(clamp(0.32, l, 0.44), Math.min(c, 0.13)),
    'accent-tint': colour(0.94, soft * 0.17),
    'accent-line': colour(0.76, soft * 0.55),
  };
}
