/** Where to go after signing in: a place of this house, never another site's. */
export function localPlace(to: string | undefined): string {
  if (!to?.startsWith('/') || to.startsWith('//') || to.startsWith('/\\')) return '/';
  return to.startsWith('/sign-in') ? '/' : to;
}
