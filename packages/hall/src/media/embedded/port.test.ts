import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import pino from 'pino';
import { expect, it } from 'vitest';
import { startEmbeddedEngine } from './engine.ts';
import { MediaPortUnusable, probeUdpPort } from './port.ts';

const log = pino({ level: 'silent' });

it('finds a free port', async () => {
  expect(await probeUdpPort('127.0.0.1', 0)).toBeGreaterThan(1_023);
});

it('says that a port is busy, and so does the engine at its start', async () => {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  const busy = {
    name: 'MediaPortUnusable',
    code: 'MEDIA_PORT_BUSY',
    message: `UDP port ${port} on 127.0.0.1 is in use`,
  };
  await expect(probeUdpPort('127.0.0.1', port)).rejects.toMatchObject(busy);
  await expect(startEmbeddedEngine({ host: '127.0.0.1', port, announced: null, log })).rejects.toMatchObject(
    busy,
  );
  socket.close();
});

it('says that an address is not this machine’s', async () => {
  await expect(probeUdpPort('192.0.2.77', 0)).rejects.toThrow(MediaPortUnusable);
  await expect(probeUdpPort('192.0.2.77', 0)).rejects.toMatchObject({ code: 'MEDIA_ADDRESS_UNUSABLE' });
});

it('is held by one engine: a second one is refused', async () => {
  const port = await probeUdpPort('127.0.0.1', 0);
  const first = await startEmbeddedEngine({ host: '127.0.0.1', port, announced: null, log });
  await expect(startEmbeddedEngine({ host: '127.0.0.1', port, announced: null, log })).rejects.toMatchObject({
    code: 'MEDIA_PORT_BUSY',
  });
  await first.close();
  const second = await startEmbeddedEngine({ host: '127.0.0.1', port, announced: null, log });
  await second.close();
});
