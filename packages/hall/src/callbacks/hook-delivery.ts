import { callbackAddress, type Fetch, signCallback } from '@koinon/bbb-api';
import type { Clock } from '../clock.ts';
import type { StoredHook } from './hook-file.ts';
import type { HookRegistry } from './hook-registry.ts';
import type { CallbackLog } from './log.ts';
import { type Notice, noticeForm } from './notice.ts';
import { RetryQueue } from './retry-queue.ts';
import { send } from './send.ts';

/** bbb-webhooks' own pauses: about five minutes in all. */
export const hookPausesMs = [
  100, 500, 1000, 2000, 4000, 8000, 10_000, 30_000, 60_000, 60_000, 60_000, 60_000,
] as const;

export interface HookDeliveryOptions {
  registry: HookRegistry;
  secret: string;
  domain: string;
  clock: Clock;
  fetch: Fetch;
  log: CallbackLog;
  closing: AbortSignal;
  settled: (noticeId: string, hookId: string, outcome: 'told' | 'given-up') => void;
}

/** Tells hooks of notices, each hook in order; removes a hook that fails through all retries, as BigBlueButton does. */
export class HookDelivery {
  readonly #options: HookDeliveryOptions;
  readonly #queues = new Map<string, RetryQueue<Notice>>();

  constructor(options: HookDeliveryOptions) {
    this.#options = options;
  }

  /**
   * Queues a notice for every hook that wants it and was registered before it was recorded.
   * @param settled hooks that need not hear of it any more
   * @returns the hooks that will be told
   */
  tell(notice: Notice, settled: ReadonlySet<string>): string[] {
    const hooks = this.#options.registry.all().filter((hook) => wants(hook, notice) && !settled.has(hook.id));
    for (const hook of hooks) {
      this.#options.registry.wake(hook.id);
      this.#queueOf(hook).push(notice);
    }
    return hooks.map((hook) => hook.id);
  }

  /** Gives up what a destroyed hook still had to hear. */
  drop(hookId: string): void {
    const notices = this.#queues.get(hookId)?.abandon() ?? [];
    this.#queues.delete(hookId);
    for (const notice of notices) this.#options.settled(notice.id, hookId, 'given-up');
  }

  async close(): Promise<void> {
    await Promise.all([...this.#queues.values()].map((queue) => queue.close()));
  }

  #queueOf(hook: StoredHook): RetryQueue<Notice> {
    const known = this.#queues.get(hook.id);
    if (known !== undefined) return known;
    const queue = new RetryQueue<Notice>({
      clock: this.#options.clock,
      pausesMs: hookPausesMs,
      attempt: (notice) => this.#post(hook, notice),
      done: (notice) => this.#options.settled(notice.id, hook.id, 'told'),
      gaveUp: (notices) => this.#remove(hook, notices),
    });
    this.#queues.set(hook.id, queue);
    return queue;
  }

  async #post(hook: StoredHook, notice: Notice): Promise<boolean> {
    const { domain, secret, fetch, closing, log } = this.#options;
    const form = noticeForm(notice, domain);
    const url = callbackAddress(hook.callbackURL, signCallback(hook.callbackURL, form, secret));
    const attempt = await send(fetch, { url, form }, closing);
    // 401: the hook heard us and does not believe us; telling it again will not change that.
    if ('status' in attempt && (attempt.status === 401 || (attempt.status >= 200 && attempt.status < 300)))
      return true;
    log.warn({ hook: hook.id, event: notice.name, ...attempt }, 'a hook could not be told');
    return false;
  }

  #remove(hook: StoredHook, notices: readonly Notice[]): void {
    this.#queues.delete(hook.id);
    this.#options.registry.remove(hook.id);
    this.#options.log.warn(
      { hook: hook.id, lost: notices.length },
      'a hook failed through all retries and is removed',
    );
    for (const notice of notices) this.#options.settled(notice.id, hook.id, 'given-up');
  }
}

function wants(hook: StoredHook, notice: Notice): boolean {
  if (hook.createdAtMs > notice.recordedAtMs) return false;
  if (hook.meetingID !== null && hook.meetingID !== notice.meeting.externalId) return false;
  return hook.eventID === null || hook.eventID.includes(notice.name);
}
