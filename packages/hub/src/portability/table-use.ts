/** Whose a table's rows are, and so with whom they travel. */
export type Scope = 'coop' | 'person' | 'two-sided' | 'federation';

/** How long a row is kept. */
export type Keep = 'while it exists' | { days: number; after: string };

/** Rows that travel: when a person, a co-op or a whole federation leaves, they are in the bundle. */
export interface Portable {
  kind: 'portable';
  scope: Scope;
  /** Whether a row says something about a person: their data, only their id, or nothing. */
  personal: 'data' | 'ids' | 'none';
  keep: Keep;
}

/** Rows that mean something on this machine only. */
export interface Local {
  kind: 'local';
  why: string;
  personal: 'data' | 'ids' | 'none';
  keep: Keep;
}

export type TableUse = Portable | Local;

export function portable(use: Omit<Portable, 'kind'>): Portable {
  return { kind: 'portable', ...use };
}

export function local(use: Omit<Local, 'kind'>): Local {
  return { kind: 'local', ...use };
}
