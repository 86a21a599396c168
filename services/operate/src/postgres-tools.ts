import { CannotStart } from '@koinon/running';
import { run } from './run.ts';

/** What libpq reads instead of an address on the command line, where every user of the machine would see the password. */
function libpq(databaseUrl: string): NodeJS.ProcessEnv {
  const { hostname, port, username, password, pathname, searchParams } = new URL(databaseUrl);
  const sslMode = searchParams.get('sslmode');
  return {
    PGHOST: hostname.replace(/^\[|\]$/g, ''),
    PGPORT: port || '5432',
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    ...(sslMode === null ? {} : { PGSSLMODE: sslMode }),
  };
}

/** Writes everything in the database to a file, as of one moment; the hub may go on working. */
export async function dump(databaseUrl: string, file: string): Promise<void> {
  await run('pg_dump', ['--format=custom', '--no-password', `--file=${file}`], libpq(databaseUrl)).catch(
    explained,
  );
}

/** Brings a dump into an empty database: all of it, or nothing. */
export async function restoreDump(databaseUrl: string, file: string): Promise<void> {
  const env = libpq(databaseUrl);
  const args = [
    '--exit-on-error',
    '--single-transaction',
    '--no-password',
    `--dbname=${env.PGDATABASE}`,
    file,
  ];
  await run('pg_restore', args, env).catch(explained);
}

function explained(error: unknown): never {
  if (error instanceof CannotStart) throw error;
  throw new CannotStart(
    `PostgreSQL refused: ${error instanceof Error ? error.message : String(error)}`,
    'Look at DATABASE_URL, whether PostgreSQL runs, and whether its programs are as new as the server. Nothing was changed.',
    { cause: error },
  );
}
