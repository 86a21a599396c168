import ndc from 'node-datachannel';
import type { Socket } from './site.ts';

/** What must live as long as the process: native code keeps calling a listener that was garbage collected. */
const held = new Set<unknown>();

/**
 * Takes the UDP port for the life of the process; without this it would close with the last connection on it.
 * Throws when the port is busy.
 */
export function holdUdpPort({ host, port }: Socket): void {
  held.add(new ndc.IceUdpMuxListener(port, host));
}
