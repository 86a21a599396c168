import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CannotStart } from '@koinon/running';
import { bringBack } from './bring-back.ts';
import { runCommand } from './command.ts';
import { placeOf } from './place.ts';

/** `npm run restore -- <file>` */
await runCommand(async () => {
  const [file, ...more] = process.argv.slice(2);
  if (file === undefined || more.length > 0) {
    throw new CannotStart('Say which archive comes back.', 'npm run restore -- <file>');
  }
  const place = placeOf();
  const { manifest, pending } = await bringBack(place, resolve(file));
  process.stdout.write(
    `Brought back into ${place.dataDir}${place.databaseUrl === null ? '' : ' and the database'}: the archive of ${manifest.made}.\n`,
  );
  if (pending.length > 0)
    process.stdout.write(`It is of an older version; the next start applies ${pending.join(', ')}.\n`);
  if (!existsSync(join(place.dataDir, 'secret'))) {
    process.stdout.write(
      'The hub’s secret was not in the archive: set KOINON_SECRET to the one from then before you start.\n',
    );
  }
});
