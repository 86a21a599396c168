import { networkInterfaces } from 'node:os';

/**
 * The ICE host candidates (RFC 8839, section 5.1) under which browsers can reach the media port, without `a=`.
 * They are written here and not by the native library, which never offers loopback beside other addresses, although
 * a machine without a network, or a demo on 127.0.0.1, needs it.
 * `announced`, an address, stands in place of all others: a server behind NAT knows only private ones.
 */
export function hostCandidates(host: string, announced: string | null, port: number): string[] {
  const addresses = announced === null ? boundAddresses(host) : [announced];
  return addresses.map((address, index) => candidate(address, port, index));
}

function boundAddresses(host: string): string[] {
  if (host !== '0.0.0.0' && host !== '::') return [host];
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  const usable = all.filter(({ family, address }) => {
    if (address.startsWith('fe80')) return false; // link-local: of no use without its zone
    return host === '::' || family === 'IPv4';
  });
  const outward = usable.filter(({ internal }) => !internal).map(({ address }) => address);
  return [...outward, '127.0.0.1'];
}

function candidate(address: string, port: number, index: number): string {
  const priority = 2 ** 24 * 126 + 2 ** 8 * (65_535 - index) + 255; // RFC 8445, section 5.1.2.1
  return `candidate:${index + 1} 1 udp ${priority} ${address} ${port} typ host`;
}
