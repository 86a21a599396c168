import type { HouseHere } from '../route/index.ts';
import type { Coop } from './coops.repository.ts';
import type { House } from './wire.ts';

/**
 * A co-op as the house of a request. Its address is built from the configured one: the co-op's own host name with the
 * configured scheme and port, or `/c/<slug>` behind the configured origin. The Host header of a request has no say.
 *
 * @param onOwnHost whether the request came by a host name of the co-op's own, so that no `/c/<slug>` stands before paths
 */
export function houseHere(coop: Coop, url: URL, onOwnHost: boolean): HouseHere {
  const { id, slug, name, paint, mark, languages } = coop;
  const base = onOwnHost ? '' : `/c/${slug}`;
  return { id, slug, name, paint, mark, languages, base, address: addressOf(coop, url) };
}

/** The address that people are given for a co-op, without a slash at its end. */
export function addressOf({ hosts, slug }: Pick<Coop, 'hosts' | 'slug'>, url: URL): string {
  const [own] = hosts;
  if (own === undefined) return `${url.origin}/c/${slug}`;
  const address = new URL(url.origin);
  address.hostname = own;
  return address.origin;
}

/** What every page of the house needs to look like its co-op. */
export function houseView(coop: Coop): House {
  const { slug, name, paint, mark, languages, currency, timeZone, operator } = coop;
  return { slug, name, paint, mark, languages, currency, timeZone, operator };
}
