import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock/index.ts';

/** Makes a new id. */
export type Ids = () => string;

/** UUIDv7 (RFC 9562): sorted by time; within a millisecond by a counter that starts at random (its method 1). */
export function createIds(clock: Pick<Clock, 'now'>): Ids {
  let lastMs = 0;
  let counter = 0;
  return () => {
    const bytes = randomBytes(16);
    const nowMs = clock.now().getTime();
    if (nowMs > lastMs) {
      lastMs = nowMs;
      // The upper half stays free, so that 2048 ids fit before the counter is full.
      counter = bytes.readUInt16BE(6) & 0x7ff;
    } else if (counter < 0xfff) {
      counter += 1;
    } else {
      lastMs += 1;
      counter = 0;
    }
    bytes.writeUIntBE(lastMs, 0, 6);
    bytes.writeUInt16BE(0x7000 | counter, 6);
    bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
    const hex = bytes.toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  };
}

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** True for the text of a UUID in lower case: what may be asked of the database by id. */
export function isId(text: string): boolean {
  return shape.test(text);
}
