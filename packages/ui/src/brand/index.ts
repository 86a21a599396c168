// A co-op's paint as a stylesheet. Without React: the hub and the hall serve it.
export { brandCss } from './brand-css.ts';
export { type AccentRoles, accentRoles, isPaint } from './paint.ts';
