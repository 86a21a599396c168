import { BlockList, isIP } from 'node:net';

// Addresses that no public server has: this machine, private networks, links, documentation, multicast, and the forms
// of IPv6 that carry an IPv4 address inside. https://www.iana.org/assignments/iana-ipv4-special-registry and -ipv6-.
const special4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
const special6 = [
  '::/128',
  '::1/128',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
];

const special = ranges([...special4, ...special6]);

/** Which addresses may be called: public ones, and those that the operator allowed by range or by host name. */
export interface Allowed {
  address(address: string): boolean;
  /** A name whose addresses are all allowed, whatever they are. */
  host(host: string): boolean;
}

/** @param allow CIDR ranges, single addresses, and host names */
export function allowed(allow: readonly string[]): Allowed {
  const networks = allow.filter((entry) => isIP(entry.split('/')[0] ?? '') !== 0);
  const hosts = new Set(
    allow.filter((entry) => !networks.includes(entry)).map((entry) => entry.toLowerCase()),
  );
  const open = ranges(networks);
  return {
    address: (address) => {
      const family = isIP(address);
      if (family === 0) return false;
      const kind = family === 6 ? 'ipv6' : 'ipv4';
      return open.check(address, kind) || !special.check(address, kind);
    },
    host: (host) => hosts.has(host.toLowerCase()),
  };
}

function ranges(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = '', bits] = entry.split('/');
    const kind = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, kind);
    else list.addSubnet(address, Number(bits), kind);
  }
  return list;
}
