import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, glob, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CannotStart } from '@koinon/running';
import { z } from 'zod';
import { run } from './run.ts';

const MANIFEST = 'manifest.json';

const Manifest = z.object({
  product: z.literal('koinon'),
  format: z.literal(1),
  made: z.string(),
  database: z.enum(['pglite', 'postgresql']),
  /** SHA-256 of every other file, by its path in the archive. */
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});
export type Manifest = z.infer<typeof Manifest>;

/**
 * Makes an archive of what `fill` puts into a folder. It appears under its name when it is complete, and only this
 * user can read it.
 */
export async function pack(
  file: string,
  database: Manifest['database'],
  now: Date,
  fill: (folder: string) => Promise<void>,
): Promise<Manifest> {
  const stage = join(dirname(file), `.${basename(file)}.${randomUUID()}`);
  await mkdir(stage, { mode: 0o700 });
  const draft = `${stage}.tar.gz`;
  try {
    await fill(stage);
    const files = await checksums(stage);
    const manifest: Manifest = { product: 'koinon', format: 1, made: now.toISOString(), database, files };
    await writeFile(join(stage, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    await writeFile(draft, '', { mode: 0o600 });
    await run('tar', ['-czf', draft, '-C', stage, '.']);
    await chmod(draft, 0o600);
    await rename(draft, file);
    return manifest;
  } finally {
    await rm(stage, { recursive: true, force: true });
    await rm(draft, { force: true });
  }
}

/**
 * Unpacks an archive into an empty folder and compares every file with its checksum.
 * @throws CannotStart when it is none of ours, or not whole
 */
export async function unpack(file: string, folder: string): Promise<Manifest> {
  await run('tar', ['-xzf', file, '-C', folder, '--no-same-owner']).catch((cause: unknown) => {
    throw notOurs(file, cause);
  });
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch((cause: unknown) => {
    throw notOurs(file, cause);
  });
  const parsed = Manifest.safeParse(asJson(text));
  if (!parsed.success) throw notOurs(file, parsed.error);
  const found = await checksums(folder);
  const { files } = parsed.data;
  const wrong = [...new Set([...Object.keys(files), ...Object.keys(found)])].filter(
    (path) => files[path] !== found[path],
  );
  if (wrong.length > 0) {
    throw new CannotStart(
      `${file} is damaged: ${wrong.slice(0, 3).join(', ')} differ from what was archived.`,
      'Take another archive. Nothing was changed.',
    );
  }
  await rm(join(folder, MANIFEST));
  return parsed.data;
}

function notOurs(file: string, cause: unknown): CannotStart {
  return new CannotStart(
    `${file} is no archive of Koinon, or not a whole one.`,
    'Give the file that `npm run backup` wrote. Nothing was changed.',
    { cause },
  );
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function checksums(folder: string): Promise<Record<string, string>> {
  const all: [string, string][] = [];
  for await (const entry of glob('**/*', { cwd: folder, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path);
    if (name !== MANIFEST) all.push([name, await sha256(path)]);
  }
  return Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
