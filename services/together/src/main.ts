import { runProgram } from '@koinon/running';
import { readSettings } from '@koinon/settings';
import { announcement } from './announce.ts';
import { startTogether } from './start-together.ts';

/** What `npm start` runs: the demo. */
await runProgram(async (circumstances) => {
  const settings = readSettings('together');
  for (const sentence of settings.warnings) warn(sentence);
  process.stdout.write('Koinon is starting ...\n');
  const together = await startTogether(settings, circumstances, (sentence) =>
    process.stderr.write(`${sentence}\n`),
  );
  process.stdout.write(announcement(together.demo, settings.dataDir, process.uptime()));
  return {
    close: async () => {
      await together.close();
      process.stdout.write('Koinon is closed.\n');
    },
  };
});

/** Loud: a line of its own before and after, and in colour where there is one. */
function warn(sentence: string): void {
  const [loud, plain] = process.stderr.isTTY ? ['\u001b[1;33m', '\u001b[0m'] : ['', ''];
  process.stderr.write(`\n${loud}WARNING: ${sentence}${plain}\n\n`);
}
