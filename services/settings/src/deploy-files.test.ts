import { readFile } from 'node:fs/promises';
import { parseEnv } from 'node:util';
import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

const env = parseEnv(await readFile(new URL('../../../deploy/koinon.env', import.meta.url), 'utf8'));

test.each(['hub', 'hall'] as const)('the settings that we ship start a %s without a warning', (program) => {
  const settings = readSettings(program, env);
  expect(settings.warnings).toEqual([]);
  expect([settings.hub.host, settings.hub.port, settings.hall.host, settings.hall.port]).toEqual([
    '127.0.0.1',
    8080,
    '127.0.0.1',
    8081,
  ]);
  expect(settings.hall.media).toMatchObject({ host: '0.0.0.0', port: 20_000 });
});
