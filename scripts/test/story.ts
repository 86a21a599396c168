import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bringTools, tools } from '../tools/bring.ts';
import { runVitest } from './run-vitest.ts';

const ENDING = '.story.ts';
const folder = fileURLToPath(new URL('../../tests/stories/', import.meta.url));

/** `npm run story -- <name>`: one story alone, on both databases. */
const [name, ...rest] = process.argv.slice(2);
const known = (await readdir(folder))
  .filter((file) => file.endsWith(ENDING))
  .map((file) => file.slice(0, -ENDING.length));

if (name === undefined || !existsSync(`${folder}${name}${ENDING}`)) {
  process.stderr.write(`Say which story: npm run story -- ${known.join(' | ')}\n`);
  process.exitCode = 1;
} else if (bringTools(Object.values(tools))) {
  process.exitCode = await runVitest([`tests/stories/${name}${ENDING}`, '--project', 'stories on*', ...rest]);
} else {
  process.exitCode = 1;
}
