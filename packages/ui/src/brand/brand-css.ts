import { accentRoles, isPaint } from './paint.ts';

/**
 * The stylesheet of a co-op: its paint, and the derived colours for browsers that cannot derive them (before about
 * mid-2024; those get the light theme, as in tokens.css). Safe to serve: anything but `#rrggbb` is refused.
 *
 * @throws TypeError when the paint is not `#rrggbb`.
 */
export function brandCss(paint: string): string {
  if (!isPaint(paint)) throw new TypeError(`A paint is written #rrggbb, not ${JSON.stringify(paint)}`);
  const colour = paint.toLowerCase();
  const derived = Object.entries(accentRoles(colour, 'light')).map(([role, hex]) => `--${role}:${hex}`);
  return [
    `:root{--brand:${colour}}`,
    `@supports not (color: light-dark(oklch(from red l c h), red)){:root{${derived.join(';')}}}`,
    '',
  ].join('\n');
}
