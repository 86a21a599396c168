import { useEffect } from 'react';

/** Keeps the screen of a phone lit while a meeting is on it. A browser that cannot, or will not, leaves all as it is. */
export function useAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let ended = false;
    const ask = async () => {
      if (document.visibilityState !== 'visible') return;
      lock = (await navigator.wakeLock?.request('screen').catch(() => null)) ?? null;
      if (ended) void lock?.release();
    };
    // The browser takes the lock back whenever the page is hidden.
    const askAgain = () => void ask();
    askAgain();
    document.addEventListener('visibilitychange', askAgain);
    return () => {
      ended = true;
      document.removeEventListener('visibilitychange', askAgain);
      void lock?.release();
    };
  }, []);
}
