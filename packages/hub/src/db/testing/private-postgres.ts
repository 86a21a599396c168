import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

/** A PostgreSQL cluster of this run's own. */
export interface PrivatePostgres {
  /** Address of a user like one gets from a hosting company: may make databases and roles, and nothing more. */
  url: string;
  /** Address of the superuser, for arranging and looking. */
  superUrl: string;
  /** The same address for another database. */
  at(database: string): string;
  stop(): Promise<void>;
}

/** PostgreSQL's programs are not on this machine. */
export class PostgresMissing extends Error {
  override name = 'PostgresMissing';
  constructor() {
    super(
      'PostgreSQL is not installed: no initdb on the PATH or under /usr/lib/postgresql. On Debian: apt-get install postgresql',
    );
  }
}

/**
 * Makes a cluster in a temporary folder, on a free port of the loopback, with passwords as in production and
 * without fsync. As root it runs as the system's `postgres` user, because PostgreSQL refuses root; on Linux it
 * ends with this process even if that is killed.
 */
export async function startPrivatePostgres(): Promise<PrivatePostgres> {
  const bin = await programs();
  const folder = await mkdtemp(join(tmpdir(), 'koinon-postgres-'));
  const password = randomBytes(16).toString('hex');
  const isRoot = process.getuid?.() === 0;
  const asPostgres = isRoot ? ['--reuid=postgres', '--regid=postgres', '--init-groups'] : [];
  const prefix = process.platform === 'linux' ? ['setpriv', ...asPostgres, '--pdeathsig=QUIT', '--'] : [];
  const command = (program: string, args: string[]) => {
    const [first = '', ...rest] = [...prefix, join(bin, program), ...args];
    return [first, rest] as const;
  };
  if (isRoot) await run('chown', ['postgres', folder]);
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, password);
  await chmod(passwordFile, 0o644);
  const data = join(folder, 'data');
  await run(
    ...command('initdb', [
      '-D',
      data,
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
      '--no-sync',
      '--locale=C.UTF-8',
    ]),
  );
  const port = await freePort();
  const settings = [
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'max_connections=200',
    'shared_buffers=32MB',
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
  ];
  const server = spawn(
    ...command('postgres', ['-D', data, '-p', String(port), ...settings.flatMap((s) => ['-c', s])]),
    { stdio: 'ignore' },
  );
  const superUrl = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
  const stop = () => end(server, folder);
  try {
    await answers(server, superUrl);
    const owner = await makeOwner(superUrl, password);
    const at = (database: string) => `postgresql://${owner}:${password}@127.0.0.1:${port}/${database}`;
    return { url: at('postgres'), superUrl, at, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function programs(): Promise<string> {
  const versions = await readdir('/usr/lib/postgresql').catch(() => []);
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  if (newest) return join('/usr/lib/postgresql', newest, 'bin');
  const found = await run('sh', ['-c', 'dirname "$(command -v initdb)"']).catch(() => null);
  const folder = found?.stdout.trim();
  if (!folder || folder === '.') throw new PostgresMissing();
  return folder;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function answers(server: ChildProcess, url: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client(url);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (server.exitCode !== null || tries > 300) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function makeOwner(superUrl: string, password: string): Promise<string> {
  const client = new pg.Client(superUrl);
  await client.connect();
  await client.query(`create role koinon_owner login createdb createrole password '${password}'`);
  await client.end();
  return 'koinon_owner';
}

async function end(server: ChildProcess, folder: string): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    const gone = once(server, 'exit');
    // SIGQUIT: PostgreSQL's immediate shutdown. Nothing of this cluster is kept.
    server.kill('SIGQUIT');
    await gone;
  }
  await rm(folder, { recursive: true, force: true });
}
