import '@koinon/ui/styles.css';
import './styles/index.css';
import { keptTheme, showTheme } from '@koinon/ui';
import { createRoot } from 'react-dom/client';
import { config } from 'zod';
import { App } from './app.tsx';
import { LocalMedia } from './devices/local-media.ts';
import { Session } from './meeting/session.ts';

// The hall's CSP forbids code made at run time, which zod would otherwise try for speed.
config({ jitless: true });
showTheme(keptTheme());

const token = new URLSearchParams(window.location.search).get('sessionToken') ?? '';
const address = new URL('/ws', window.location.href);
address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';

const local = new LocalMedia();
const session = new Session({
  token,
  local,
  openSocket: () => new WebSocket(address),
  createConnection: (configuration) => new RTCPeerConnection(configuration),
});

// Read-only, for measuring from outside: stories read getStats() here.
Object.defineProperty(window, 'koinonMeeting', {
  value: Object.freeze({ peerConnections: () => session.peerConnections }),
});

window.addEventListener('online', () => session.hurry());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') session.hurry();
});

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App visit={session} />);
session.start();
