import { isIPv6 } from 'node:net';
import type {} from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';

/**
 * How often one network may ask a route, per hub process. Far above what the people behind one address do in a
 * gathering; what guards a single mailbox is counted per address, in the database.
 */
export const perNetwork = (max: number) => ({
  max,
  timeWindow: 15 * 60_000,
  keyGenerator: (request: FastifyRequest) => networkOf(request.ip),
});

/** The address itself, or the /64 that one subscriber has whole with IPv6 (RFC 6177). */
export function networkOf(ip: string): string {
  if (!isIPv6(ip)) return ip;
  // The mapped form of an IPv4 address, as a server that listens to both sees it.
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip);
  if (mapped?.[1]) return mapped[1];
  const [head = '', tail] = (ip.split('%', 1)[0] ?? '').toLowerCase().split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
