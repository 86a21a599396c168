import { runProgram } from '@koinon/running';
import { readSettings } from '@koinon/settings';
import { openHub } from './open-hub.ts';

/** A hub alone, for real people: mail goes out by SMTP, and nothing is seeded. */
await runProgram(async (circumstances) => {
  const settings = readSettings('hub');
  for (const sentence of settings.warnings) process.stderr.write(`Warning: ${sentence}\n`);
  const open = await openHub(settings, circumstances, { demo: false });
  process.stdout.write(`The hub is open at ${open.hub.url.origin}\n`);
  return open;
});
