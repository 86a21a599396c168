const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** One Ctrl-C arrives up to three times: from the terminal, from npm and from the bootstrap script. */
const ONE_KEYPRESS_MS = 1_000;

/**
 * Calls `stop` at the first signal, and `force` when somebody asks again later. A program that was started by
 * another one of ours also stops when that one is gone, however it went.
 */
export function onStopSignals(stop: () => void, force: () => void, clock: () => number = Date.now): void {
  let askedAt: number | null = null;
  const ask = () => {
    if (askedAt === null) {
      askedAt = clock();
      stop();
    } else if (clock() - askedAt > ONE_KEYPRESS_MS) force();
  };
  for (const signal of SIGNALS) process.on(signal, ask);
  if (process.connected) process.once('disconnect', ask);
}
