import { relative } from 'node:path';
import type { DemoFile } from './demo-file.ts';

/** The block that `npm start` ends with: where to go, and who one can be. */
export function announcement(demo: DemoFile, dataDir: string, seconds: number): string {
  const coops = demo.coops.flatMap((coop) => [
    `  ${coop.address}`,
    ...coop.people.map(({ email, roles }) => `      ${email}  (${roles.join(', ')})`),
    '',
  ]);
  return [
    '',
    `Koinon is open, after ${seconds.toFixed(1)} s. Two co-ops, and people to sign in as:`,
    '',
    ...coops,
    `  Their mail arrives at  ${demo.outbox}`,
    `  The meeting server is  ${demo.hall.api}`,
    '',
    `Everything is kept in ${shortest(dataDir)}. Ctrl-C stops it.`,
    '',
  ].join('\n');
}

function shortest(path: string): string {
  const near = relative(process.cwd(), path);
  return near === '' || near.startsWith('..') ? path : `./${near}`;
}
