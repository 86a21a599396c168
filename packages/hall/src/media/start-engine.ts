import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { MediaSettings } from '../options.ts';
import { startEmbeddedEngine } from './embedded/engine.ts';
import type { MediaEngine } from './engine.ts';

/** So long the media process of a hall that was killed may take to notice, and to give its port back. */
const PORT_PATIENCE_MS = 3_000;
const PAUSE_MS = 200;

/**
 * Starts the embedded engine. A busy port is tried again for a moment when a hall was running here just before.
 * Rejects with MediaPortUnusable.
 */
export async function startEngine(
  settings: MediaSettings,
  { clock, log, afterCrash }: { clock: Clock; log: Logger; afterCrash: boolean },
): Promise<MediaEngine> {
  const giveUpAt = clock.now() + (afterCrash ? PORT_PATIENCE_MS : 0);
  for (;;) {
    try {
      return await startEmbeddedEngine({ ...settings, clock, log });
    } catch (error) {
      if (!isBusy(error) || clock.now() >= giveUpAt) throw error;
      await new Promise<void>((resolve) => clock.after(PAUSE_MS, resolve));
    }
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'MEDIA_PORT_BUSY';
