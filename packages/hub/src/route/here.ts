/** The house that a request stands in, by its host name or by `/c/<slug>`. */
export interface HouseHere {
  id: string;
  slug: string;
  name: string;
  /** The co-op's paint, `#rrggbb`. */
  paint: string;
  mark: 'waves' | 'weave' | 'table' | 'door';
  languages: readonly string[];
  /** What stands before every path of this house: `/c/<slug>`, or nothing on a host name of its own. */
  base: string;
  /** The address people use, without a slash at its end. Made from settings, never from the Host header. */
  address: string;
}

/** Who asks, by the session in the cookie. */
export interface Asker {
  sessionId: string;
  person: { id: string; name: string; email: string; language: string | null };
  /** Roles in the house of this request. Empty for a person who is no member here. */
  roles: readonly HouseRole[];
}

/** What a person may be in a house. */
export type HouseRole = 'member' | 'facilitator' | 'treasurer' | 'operator' | 'admin';
