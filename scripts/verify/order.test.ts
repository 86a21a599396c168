import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkOrder } from './order.ts';

const checkout = fileURLToPath(new URL('../../', import.meta.url));
let root: string;

async function plant(path: string, source: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), source);
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'koinon-order-'));
  for (const file of ['.dependency-cruiser.mjs', 'package.json']) {
    await cp(join(checkout, file), join(root, file));
  }
  await symlink(join(checkout, 'node_modules'), join(root, 'node_modules'));
  for (const folder of ['services', 'tests', 'bench', 'scripts']) await mkdir(join(root, folder));
  await plant('packages/hub/src/coops/index.ts', 'export const coops = 1;');
  await plant('packages/hub/src/coops/secret.ts', 'export const secret = 1;');
  await plant(
    'packages/hub/src/rooms/index.ts',
    "import '../coops/index.ts'; export interface Room { name: string }",
  );
});
afterEach(() => rm(root, { recursive: true, force: true }));

const violations = async () => (await checkOrder(root)).violations;

test('what keeps to the order is read and passes', async () => {
  expect(await checkOrder(root)).toEqual({ modules: 3, violations: [] });
});

test('an import upwards is red, also when it is of a type alone', async () => {
  await plant(
    'packages/hub/src/coops/up.ts',
    "import type { Room } from '../rooms/index.ts'; export type Up = Room;",
  );
  expect(await violations()).toEqual([
    'hub-coops-imports-only-lower-rooms: packages/hub/src/coops/up.ts → packages/hub/src/rooms/index.ts',
  ]);
});

test('a cycle is red', async () => {
  await plant('packages/hall/src/one.ts', "import { two } from './two.ts'; export const one = () => two;");
  await plant('packages/hall/src/two.ts', "import { one } from './one.ts'; export const two = () => one;");
  expect(await violations()).toEqual([
    'no-cycle: packages/hall/src/one.ts → packages/hall/src/two.ts → packages/hall/src/one.ts',
  ]);
});

test('a room is not entered past its door', async () => {
  await plant(
    'packages/hub/src/rooms/peep.ts',
    "import { secret } from '../coops/secret.ts'; export const seen = secret;",
  );
  expect(await violations()).toEqual([
    'hub-rooms-are-entered-by-their-door: packages/hub/src/rooms/peep.ts → packages/hub/src/coops/secret.ts',
  ]);
});

test('the hall knows nothing of the hub, and the leaves know nobody', async () => {
  await plant(
    'packages/hall/src/peep.ts',
    "import { coops } from '../../hub/src/coops/index.ts'; export const seen = coops;",
  );
  await plant(
    'packages/bbb-api/src/peep.ts',
    "import { seen } from '../../hall/src/peep.ts'; export const again = seen;",
  );
  expect((await violations()).sort()).toEqual([
    'package-bbb-api-imports-only-what-it-may: packages/bbb-api/src/peep.ts → packages/hall/src/peep.ts',
    'package-hall-imports-only-what-it-may: packages/hall/src/peep.ts → packages/hub/src/coops/index.ts',
  ]);
});

test('nobody imports a composition root', async () => {
  await plant(
    'packages/hub/src/hub.ts',
    "import { coops } from './coops/index.ts'; export const hub = coops;",
  );
  await plant(
    'packages/hub/src/rooms/root.ts',
    "import { hub } from '../hub.ts'; export const root = () => hub;",
  );
  expect(await violations()).toEqual([
    'nobody-imports-a-composition-root: packages/hub/src/rooms/root.ts → packages/hub/src/hub.ts',
  ]);
});

test('an import that leads nowhere is red', async () => {
  await plant('packages/ui/src/lost.ts', "import './nowhere.ts';");
  expect(await violations()).toEqual(['nothing-unresolved: packages/ui/src/lost.ts → ./nowhere.ts']);
});

test('a room without a place is red', async () => {
  await plant('packages/hub/src/attic/index.ts', 'export const attic = 1;');
  expect(await violations()).toEqual([
    'packages/hub/src/attic has no place in the order of rooms (.dependency-cruiser.mjs).',
  ]);
});

test('nothing read is red', async () => {
  await rm(join(root, 'packages/hub/src'), { recursive: true });
  await mkdir(join(root, 'packages/hub/src'));
  expect(await checkOrder(root)).toEqual({
    modules: 0,
    violations: ['No module was read, so nothing was checked.'],
  });
});
