import { runProgram } from '@koinon/running';
import { buildPages } from './build.ts';

/** `npm run build`: builds the pages beforehand, for servers whose code may not be written by the programs. */
await runProgram(async () => {
  for (const app of ['hub-web', 'hall-web'] as const)
    process.stdout.write(`${app}: ${await buildPages(app)}\n`);
  process.exit(0);
});
