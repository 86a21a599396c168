import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The first of these programs on the PATH, or null. */
export function onPath(names: readonly string[]): string | null {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) if (existsSync(join(folder, name))) return join(folder, name);
  }
  return null;
}

/** Chromium or a browser that is one in all but name; its version number is not looked at. */
export function findChromium(): string | null {
  const named = process.env.KOINON_CHROMIUM;
  if (named !== undefined) return existsSync(named) ? named : null;
  return onPath(['chromium', 'chromium-browser', 'google-chrome']);
}

/** The folder with PostgreSQL's server programs; Debian keeps them off the PATH. */
export function findPostgres(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).map(Number).filter(Number.isFinite) : [];
  const newestFirst = versions.sort((a, b) => b - a).map((version) => join(debian, String(version), 'bin'));
  const found = newestFirst.find((folder) => existsSync(join(folder, 'initdb')));
  if (found !== undefined) return found;
  const initdb = onPath(['initdb']);
  return initdb === null ? null : join(initdb, '..');
}
