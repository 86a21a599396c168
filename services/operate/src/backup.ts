import { existsSync, statSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { CannotStart } from '@koinon/running';
import { runCommand } from './command.ts';
import { makeBackup } from './make-backup.ts';
import { readOptions } from './options.ts';
import { placeOf } from './place.ts';

const USAGE = 'npm run backup -- <file>, or npm run backup -- <folder> --keep 14';
const NAME = /^koinon-\d{8}T\d{6}Z\.tar\.gz$/;

/** `npm run backup -- <file>`, or `<folder> --keep <count>` for a timer. */
await runCommand(async () => {
  const { positionals, values } = readOptions(
    { allowPositionals: true, options: { keep: { type: 'string' } } },
    USAGE,
  );
  const [target] = positionals;
  const keep = values.keep === undefined ? null : Number(values.keep);
  if (
    target === undefined ||
    positionals.length > 1 ||
    (keep !== null && !(Number.isInteger(keep) && keep > 0))
  ) {
    throw new CannotStart('Say where the archive goes.', USAGE);
  }
  const now = new Date();
  const path = resolve(target);
  const isFolder = keep !== null || (existsSync(path) && statSync(path).isDirectory());
  const file = isFolder
    ? join(path, `koinon-${now.toISOString().replaceAll(/[-:]|\.\d+/g, '')}.tar.gz`)
    : path;
  await mkdir(dirname(file), { recursive: true });
  const place = placeOf();
  const manifest = await makeBackup(place, file, now);
  process.stdout.write(`${file}\n${contents(manifest.files)}`);
  process.stdout.write(
    'It is not encrypted, and only this user can read it: keep it where you would keep a password.\n',
  );
  if (keep !== null) await removeOld(path, keep);
});

function contents(files: Record<string, string>): string {
  const has = (path: string) =>
    Object.keys(files).some((name) => name === path || name.startsWith(`${path}/`));
  const parts = ['the database', ...(has('hall/journals') ? ['the journals of the hall'] : [])];
  const secrets = ['secret', 'hall/secret'].filter(has);
  const missing = secrets.includes('secret')
    ? ''
    : 'The hub’s secret is not in it, since it comes from KOINON_SECRET: keep that as well.\n';
  return `It holds ${parts.join(', ')}${secrets.length > 0 ? ' and the secrets' : ''}.\n${missing}`;
}

async function removeOld(folder: string, keep: number): Promise<void> {
  const archives = (await readdir(folder)).filter((name) => NAME.test(name)).sort();
  for (const name of archives.slice(0, -keep)) await rm(join(folder, name));
}
