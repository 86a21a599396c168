import { join } from 'node:path';
import type { Fetch } from '@koinon/bbb-api';
import type { Clock } from '../clock.ts';
import { EndCallbacks, type EndNotice, type EndTarget } from './end-callback.ts';
import { HookDelivery } from './hook-delivery.ts';
import { HookRegistry } from './hook-registry.ts';
import type { CallbackLog } from './log.ts';
import type { Notice } from './notice.ts';

export type Outcome = 'told' | 'given-up';

export interface CallbacksOptions {
  /** The API's secret, which signs every delivery. */
  secret: string;
  /** Where the registered hooks are kept. */
  dataDir: string;
  /** The hall's own host, as deliveries name it. */
  domain: string;
  clock: Clock;
  log: CallbackLog;
  /**
   * A notice needs no further telling to one hook or end address. The journal keeps this:
   * after a restart the hall tells again what was not settled.
   */
  settled: (noticeId: string, target: string, outcome: Outcome) => Promise<void>;
  fetch?: Fetch;
}

/** The hall's outgoing calls. */
export interface Callbacks {
  hooks: Pick<HookRegistry, 'create' | 'list' | 'rest'> & { destroy(hookId: string): boolean };
  /** Queues a notice; gives the hooks that will hear it. */
  tell(notice: Notice, alreadySettled: ReadonlySet<string>): string[];
  /** Calls the addresses that wait for the end; gives those that will be called. */
  tellEnd(notice: EndNotice, alreadySettled: ReadonlySet<string>): EndTarget[];
  /** Stops. Calls under way have two seconds to finish and are noted; the rest stays unsettled. */
  close(): Promise<void>;
}

const closingMs = 2000;

/** @throws {HookFileError} */
export function startCallbacks(options: CallbacksOptions): Callbacks {
  const closing = new AbortController();
  const registry = new HookRegistry(join(options.dataDir, 'hooks.json'), options.clock);
  const settling = new Set<Promise<void>>();
  const shared = {
    ...options,
    fetch: options.fetch ?? ((url: string, init: RequestInit) => fetch(url, init)),
    closing: closing.signal,
    settled: (notice: string, target: string, outcome: Outcome) => {
      const noted = options
        .settled(notice, target, outcome)
        .catch((err: unknown) =>
          options.log.error({ err, notice, target }, 'what was told could not be noted'),
        )
        .finally(() => settling.delete(noted));
      settling.add(noted);
    },
  };
  const delivery = new HookDelivery({ ...shared, registry });
  const ends = new EndCallbacks(shared);
  return {
    hooks: {
      create: (parameters) => registry.create(parameters),
      list: (meetingID) => registry.list(meetingID),
      rest: (meetingID) => registry.rest(meetingID),
      destroy(hookId) {
        delivery.drop(hookId);
        return registry.remove(hookId);
      },
    },
    tell: (notice, settled) => delivery.tell(notice, settled),
    tellEnd: (notice, settled) => ends.tell(notice, settled),
    async close() {
      const abort = setTimeout(() => closing.abort(), closingMs);
      await Promise.all([delivery.close(), ends.close()]);
      clearTimeout(abort);
      await Promise.all(settling);
    },
  };
}
