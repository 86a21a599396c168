// Browsers read `\` as `/` and pass over tabs and line breaks: `/<tab>/elsewhere` is another host for them.
const here = /^\/(?![\t\n\r]*[/\\])/;

/** Where to go after signing in: a place of this house, never another site's. */
export function localPlace(to: string | undefined): string {
  if (to === undefined || !here.test(to)) return '/';
  return to.startsWith('/sign-in') ? '/' : to;
}
