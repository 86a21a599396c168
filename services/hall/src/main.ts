import { runProgram } from '@koinon/running';
import { readSettings } from '@koinon/settings';
import { openHall } from './open-hall.ts';
import { runSupervised } from './supervised.ts';

/** A hall alone, for hubs and other BigBlueButton front ends; or, in the demo, one that its parent watches. */
if (process.argv.includes('--supervised')) await runSupervised();
else {
  await runProgram(async (circumstances) => {
    const settings = readSettings('hall');
    for (const sentence of settings.warnings) process.stderr.write(`Warning: ${sentence}\n`);
    const open = await openHall(settings, circumstances);
    process.stdout.write(
      [
        '',
        'The hall is open.',
        '',
        `  address  ${open.api}`,
        `  secret   ${open.secret}`,
        '',
        'Give both to a hub (Servers, Attach a server) or to any BigBlueButton front end.',
        'Ctrl-C stops it.',
        '',
      ].join('\n'),
    );
    return open;
  });
}
