import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { isIPv6 } from 'node:net';

/** The UDP port for media cannot be used. `code` says why, in a form that a start script can explain. */
export class MediaPortUnusable extends Error {
  override name = 'MediaPortUnusable';
  readonly code: 'MEDIA_PORT_BUSY' | 'MEDIA_ADDRESS_UNUSABLE';
  readonly host: string;
  readonly port: number;

  constructor(host: string, port: number, cause: unknown) {
    const busy = isBusy(cause);
    super(busy ? `UDP port ${port} on ${host} is in use` : `UDP port ${port} on ${host} cannot be used`, {
      cause,
    });
    this.code = busy ? 'MEDIA_PORT_BUSY' : 'MEDIA_ADDRESS_UNUSABLE';
    this.host = host;
    this.port = port;
  }
}

/**
 * Binds the port and lets it go again: native code would end the process where this throws MediaPortUnusable.
 * @param port 0 for any free one
 * @returns the port
 */
export async function probeUdpPort(host: string, port: number): Promise<number> {
  const socket = createSocket(isIPv6(host) ? 'udp6' : 'udp4');
  try {
    socket.bind(port, host);
    await once(socket, 'listening');
    return socket.address().port;
  } catch (error) {
    throw new MediaPortUnusable(host, port, error);
  } finally {
    socket.close();
    await once(socket, 'close');
  }
}

function isBusy(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
}
