import type { Clock } from '../clock.ts';

/** How long a connection may take to connect, and how long it may be silent. */
const CONNECT_MS = 8000;
const SILENCE_MS = 4000;

/**
 * Says when a connection carries and when it is to be given up: failed, never connected, or disconnected for four
 * seconds. A browser left alone would wait for half a minute.
 */
export function watchTransport(
  connection: RTCPeerConnection,
  clock: Clock,
  events: { onConnected(): void; onFailed(): void },
): void {
  let cancel = () => {};
  const giveUpIn = (delayMs: number) => {
    cancel();
    cancel = clock.after(delayMs, () => {
      if (connection.connectionState !== 'connected' && connection.connectionState !== 'closed')
        events.onFailed();
    });
  };
  connection.addEventListener('connectionstatechange', () => {
    switch (connection.connectionState) {
      case 'connected':
        cancel();
        return events.onConnected();
      case 'connecting':
        return giveUpIn(CONNECT_MS);
      case 'disconnected':
        return giveUpIn(SILENCE_MS);
      case 'failed':
        cancel();
        return events.onFailed();
      case 'closed':
        return cancel();
    }
  });
}
