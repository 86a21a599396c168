import { bringUpToDate } from './bring-up-to-date.ts';
import { runCommand } from './command.ts';
import { placeOf } from './place.ts';

/** `npm run upgrade` */
await runCommand(async () => {
  const { applied } = await bringUpToDate(placeOf(), new Date(), (step) => process.stdout.write(`${step}\n`));
  process.stdout.write(
    applied.length === 0
      ? 'The database is up to date. Nothing was changed.\n'
      : `Applied: ${applied.join(', ')}. Restart the hub to use the new version.\n`,
  );
});
