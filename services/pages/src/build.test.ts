import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildPages } from './build.ts';

const checkout = fileURLToPath(new URL('../../../', import.meta.url));
let root: string;
const page = () => join(root, 'packages/hub-web/index.html');

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'koinon-pages-'));
  for (const folder of ['packages/hub-web', 'packages/ui', 'packages/hub/src/rooms']) {
    await mkdir(join(root, folder), { recursive: true });
  }
  for (const file of ['package-lock.json', 'tsconfig.base.json', 'tsconfig.web.json']) {
    await cp(join(checkout, file), join(root, file));
  }
  await symlink(join(checkout, 'node_modules'), join(root, 'node_modules'));
  await writeFile(page(), '<!doctype html><title>one</title>');
});
afterEach(() => rm(root, { recursive: true, force: true }));

test('pages are built once for the same inputs, and again when one changes', async () => {
  const first = await buildPages('hub-web', root);
  expect(await readFile(join(first, 'index.html'), 'utf8')).toContain('one');
  expect(await buildPages('hub-web', root)).toBe(first);

  await writeFile(join(root, 'packages/hub/src/rooms/wire.ts'), 'export const changed = true;');
  const second = await buildPages('hub-web', root);
  expect(second).not.toBe(first);
  await writeFile(join(root, 'packages/hub/src/rooms/service.ts'), 'export const changed = true;');
  expect(await buildPages('hub-web', root)).toBe(second);
});

test('two programs that build at the same time end up with one build', async () => {
  const [one, two] = await Promise.all([buildPages('hub-web', root), buildPages('hub-web', root)]);
  expect(two).toBe(one);
  expect(await readdir(join(root, '.cache/web'))).toEqual([one?.split('/').at(-1)]);
});

test('builds that nobody used for a week are removed', async () => {
  const old = await buildPages('hub-web', root);
  const longAgo = new Date(Date.now() - 8 * 24 * 3_600_000);
  await utimes(old, longAgo, longAgo);
  await writeFile(page(), '<!doctype html><title>two</title>');
  const current = await buildPages('hub-web', root);
  expect(await readdir(join(root, '.cache/web'))).toEqual([current.split('/').at(-1)]);
});

test('what the bundler says about a mistake is told, and nothing is left behind', async () => {
  await writeFile(page(), '<!doctype html><script type="module" src="./missing.ts"></script>');
  await expect(buildPages('hub-web', root)).rejects.toThrow(
    /^The pages could not be built:\n[\s\S]*missing\.ts/,
  );
  expect(await readdir(join(root, '.cache/web'))).toEqual([]);
});
