import type { Clock } from '../clock.ts';
import { systemClock } from '../clock.ts';
import { startTestHall } from './test-hall.ts';

let skippedMs = 0;
const clock: Clock = { ...systemClock, now: () => Date.now() + skippedMs };
process.on('message', (message: { skip: number }) => {
  skippedMs += message.skip;
});

const [dataDir = ''] = process.argv.slice(2);
try {
  const hall = await startTestHall({ dataDir, clock });
  process.send?.({ url: hall.url.href, api: hall.api });
} catch (error) {
  process.send?.({ failed: String(error) }, () => process.exit(1));
}
