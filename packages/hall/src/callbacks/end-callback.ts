import type { Fetch } from '@koinon/bbb-api';
import type { Clock } from '../clock.ts';
import type { CallbackLog } from './log.ts';
import { RetryQueue } from './retry-queue.ts';
import { isCallbackAddress, send } from './send.ts';

/** BigBlueButton's own pauses (CallbackUrlService). */
const endPausesMs = [30_000, 60_000, 120_000, 300_000] as const;

/** Which of the two addresses of `create` is called. */
export type EndTarget = 'end-callback' | 'meeting-ended-url';

export interface EndNotice {
  /** Unlike any other notice's, and the same after a restart. */
  id: string;
  /** The front end's ID of the meeting. */
  meetingID: string;
  /** Whether somebody marked something for recording. */
  recordingMarks: boolean;
  /** `meta_endCallbackUrl`, or null. */
  endCallbackUrl: string | null;
  /** `meetingEndedURL`, or null. */
  meetingEndedUrl: string | null;
}

export interface EndCallbackOptions {
  clock: Clock;
  fetch: Fetch;
  log: CallbackLog;
  closing: AbortSignal;
  settled: (noticeId: string, target: EndTarget, outcome: 'told' | 'given-up') => void;
}

/** Calls the addresses that wait for a meeting's end. */
export class EndCallbacks {
  readonly #options: EndCallbackOptions;
  readonly #queues = new Set<RetryQueue<string>>();

  constructor(options: EndCallbackOptions) {
    this.#options = options;
  }

  /**
   * Calls each address that is not settled yet.
   * @returns the addresses that will be called; one that is no address for callbacks is given up at once
   */
  tell(notice: EndNotice, settled: ReadonlySet<string>): EndTarget[] {
    const addresses: [EndTarget, string | null][] = [
      ['end-callback', notice.endCallbackUrl],
      ['meeting-ended-url', notice.meetingEndedUrl],
    ];
    return addresses.flatMap(([target, address]) => {
      if (address === null || settled.has(target)) return [];
      if (!isCallbackAddress(address)) {
        this.#options.log.warn({ notice: notice.id, target }, 'not an address for callbacks');
        this.#options.settled(notice.id, target, 'given-up');
        return [];
      }
      this.#call(notice, target, target === 'end-callback' ? endAddress(address, notice) : address);
      return [target];
    });
  }

  async close(): Promise<void> {
    await Promise.all([...this.#queues].map((queue) => queue.close()));
  }

  #call(notice: EndNotice, target: EndTarget, url: string): void {
    const settle = (outcome: 'told' | 'given-up') => {
      this.#queues.delete(queue);
      this.#options.settled(notice.id, target, outcome);
    };
    const queue = new RetryQueue<string>({
      clock: this.#options.clock,
      pausesMs: endPausesMs,
      attempt: (address) => this.#get(notice, target, address),
      done: () => settle('told'),
      gaveUp: () => settle('given-up'),
    });
    this.#queues.add(queue);
    queue.push(url);
  }

  async #get(notice: EndNotice, target: EndTarget, url: string): Promise<boolean> {
    const attempt = await send(this.#options.fetch, { url }, this.#options.closing);
    if ('status' in attempt && attempt.status >= 200 && attempt.status < 300) return true;
    this.#options.log.warn({ notice: notice.id, target, ...attempt }, 'a callback of the end failed');
    return false;
  }
}

/** The end callback's address with BigBlueButton's two parameters; what stands in it already is not encoded again. */
export function endAddress(address: string, notice: Pick<EndNotice, 'meetingID' | 'recordingMarks'>): string {
  const url = new URL(address);
  const added = new URLSearchParams({
    recordingmarks: String(notice.recordingMarks),
    meetingID: notice.meetingID,
  });
  url.search = url.search === '' ? `?${added}` : `${url.search}&${added}`;
  return url.href;
}
