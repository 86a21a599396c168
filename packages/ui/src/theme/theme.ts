import { keep, kept } from '../kept.ts';

/** `system` follows the device. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const name = 'koinon-theme';

/** The theme that this browser keeps. */
export function keptTheme(): Theme {
  const value = kept(name);
  return themes.find((theme) => theme === value) ?? 'system';
}

/** Shows a theme now, without keeping it. Call with `keptTheme()` before the first paint. */
export function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Shows a theme and keeps it for this browser. */
export function chooseTheme(theme: Theme): void {
  showTheme(theme);
  keep(name, theme === 'system' ? null : theme);
}
