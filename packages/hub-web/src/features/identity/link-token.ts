/** The token of a mailed link, from its fragment or its query. */
export function readToken(): string | null {
  const { hash, search } = window.location;
  return new URLSearchParams(hash.slice(1)).get('token') ?? new URLSearchParams(search).get('token');
}

/** Takes the token out of the address bar and the history, where others could read it. */
export function forgetToken(): void {
  const { hash, search, pathname } = window.location;
  if (hash || search) window.history.replaceState(window.history.state, '', pathname);
}
