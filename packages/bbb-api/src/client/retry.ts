import type { BbbFailure, BbbResult } from './result.ts';

export interface RetryOptions {
  /** How often to try again after the first time. */
  retries: number;
  /** Waits so many milliseconds. */
  sleep: (ms: number) => Promise<void>;
}

const firstPauseMs = 200;

/** Tries again, after 200, 400, 800 ms and so on, while the network or the server behind it fails. */
export async function retried<T>(
  attempt: () => Promise<BbbResult<T>>,
  options: RetryOptions,
): Promise<BbbResult<T>> {
  let result = await attempt();
  for (let retry = 0; retry < options.retries && !result.ok && isPassing(result.error); retry += 1) {
    await options.sleep(firstPauseMs * 2 ** retry);
    result = await attempt();
  }
  return result;
}

function isPassing(error: BbbFailure): boolean {
  return error.kind === 'unreachable' || (error.kind === 'nonsense' && error.status >= 500);
}
