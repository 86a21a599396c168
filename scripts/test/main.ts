import { buildPages } from '@koinon/pages';
import { bringTools, tools } from '../tools/bring.ts';
import { runVitest } from './run-vitest.ts';

/** `npm test`: brings what the tests need, builds the pages once, runs everything. `npm test -- <part of a path>` runs some. */
if (bringTools(Object.values(tools))) {
  await Promise.all([buildPages('hub-web'), buildPages('hall-web')]).catch((error: Error) => {
    // The tests that need the pages will fail by themselves; the others are still worth running.
    process.stderr.write(`${error.message}\n`);
  });
  process.exitCode = await runVitest(process.argv.slice(2));
} else {
  process.stdout.write('0 passed, 1 failed\n');
  process.exitCode = 1;
}
