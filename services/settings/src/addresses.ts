import { isIP } from 'node:net';
import { hostOf, isLoopback } from './loopback.ts';
import type { Given } from './table.ts';

const HUB_PORT = 8080;

/** Which program asks: some settings are needed by one alone. */
export type Program = 'hub' | 'hall' | 'together';

/** Where hub and hall listen, and how people reach them. */
export interface Addresses {
  hub: { host: string; port: number; url: URL };
  hall: { host: string; port: number; url: URL };
}

/** Fills in what was not given. Where any free port will do, the addresses have none; the servers put in the real one. */
export function addressesOf(given: Given, complain: (sentence: string) => void): Addresses {
  const hubPort = given.KOINON_PORT ?? HUB_PORT;
  const hallPort = given.KOINON_HALL_PORT ?? nextPort(hubPort);
  if (hubPort === hallPort && hubPort !== 0) {
    complain(`KOINON_PORT and KOINON_HALL_PORT are both ${hubPort}; give them different ports.`);
  }
  const hubUrl = given.KOINON_URL ?? new URL(`http://127.0.0.1${colon(hubPort)}`);
  const hallUrl = given.KOINON_HALL_URL ?? hallUrlBeside(hubUrl, hallPort);
  return {
    hub: { host: given.KOINON_HOST ?? bindFor(hubUrl), port: hubPort, url: hubUrl },
    hall: { host: given.KOINON_HOST ?? bindFor(hallUrl), port: hallPort, url: hallUrl },
  };
}

const colon = (port: number) => (port === 0 ? '' : `:${port}`);

function nextPort(port: number): number {
  return port === 0 || port === 65_535 ? 0 : port + 1;
}

function bindFor(url: URL): string {
  return isLoopback(url) ? '127.0.0.1' : '0.0.0.0';
}

/** In the demo another name for this machine; beside an IP address the same one, for there is no other name. */
function hallUrlBeside(hub: URL, port: number): URL {
  if (isLoopback(hub)) return new URL(`${hub.protocol}//hall.localhost${colon(port)}`);
  return new URL(`${hub.protocol}//${hub.hostname}${colon(port)}`);
}

/** Ports do not separate cookies, so hub and hall need two host names wherever names can be had. */
export function sameName(hub: URL, hall: URL): boolean {
  return hub.hostname === hall.hostname;
}

export function isBareIp(url: URL): boolean {
  return isIP(hostOf(url)) !== 0;
}
