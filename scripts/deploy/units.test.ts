import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { onPath } from '../tools/find.ts';

const checkout = fileURLToPath(new URL('../../', import.meta.url));
const deploy = join(checkout, 'deploy');

test('systemd accepts the unit files that we ship', async (context) => {
  const analyze = onPath(['systemd-analyze']);
  if (analyze === null) return context.skip('this machine has no systemd-analyze');
  const folder = await mkdtemp(join(tmpdir(), 'koinon-units-'));
  const names = (await readdir(deploy)).filter((name) => /\.(service|timer)$/.test(name));
  for (const name of names) {
    const unit = await readFile(join(deploy, name), 'utf8');
    await writeFile(join(folder, name), unit.replaceAll('/opt/koinon/', checkout));
  }
  const files = names.map((name) => join(folder, name));
  const { stderr } = await promisify(execFile)(analyze, ['verify', '--man=no', ...files]);
  expect(stderr).toBe('');
  await rm(folder, { recursive: true });
});

test('every program that a unit starts is there', async () => {
  for (const name of (await readdir(deploy)).filter((file) => file.endsWith('.service'))) {
    const unit = await readFile(join(deploy, name), 'utf8');
    const program = /^ExecStart=.* (services\/\S+\.ts)/m.exec(unit)?.[1];
    await expect(readFile(join(checkout, program ?? 'none'), 'utf8')).resolves.not.toBe('');
  }
});
