import { performance } from 'node:perf_hooks';
import ndc from 'node-datachannel';
import { MediaRefused } from '../engine.ts';
import { hostCandidates } from './candidates.ts';
import { makeCertificate } from './certificate.ts';
import { type ChildSettings, type FromChild, isToChild, type Request } from './ipc.ts';
import { Rooms } from './rooms.ts';
import { SdpUnreadable } from './sdp/read.ts';
import { holdUdpPort } from './udp-port.ts';

/**
 * The media process: everything that touches packets and native code. It talks with the hall over the IPC channel
 * alone, and ends when the hall is gone.
 */
const settings: ChildSettings = JSON.parse(process.argv[2] ?? '{}');
const site = {
  socket: { host: settings.host, port: settings.port },
  candidates: () => hostCandidates(settings.host, settings.announced, settings.port),
  certificate: makeCertificate(Date.now()),
  now: () => performance.now(),
};

const say = (message: FromChild): void => {
  if (process.connected) process.send?.(message);
};

process.on('disconnect', () => process.exit(0));
// Ctrl-C and a service manager's signal reach the whole group, but the hall says when it is time to end.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});

ndc.initLogger('Fatal', (level, message) => console.error(level, message));
const rooms = new Rooms(site, say);
process.on('message', (message) => {
  if (isToChild(message)) answer(message.id, message.request);
});

try {
  holdUdpPort(site.socket);
  say({ type: 'ready' });
} catch (error) {
  say({ type: 'unable', reason: String(error) });
}

function answer(id: number, request: Request): void {
  try {
    say({ type: 'reply', id, value: rooms.handle(request) });
  } catch (error) {
    const refused = error instanceof MediaRefused || error instanceof SdpUnreadable;
    const reason = error instanceof Error ? error.message : String(error);
    say({ type: refused ? 'refusal' : 'fault', id, reason });
  }
}
