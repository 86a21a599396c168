/** The codes of an answer that is no answer; the wire's `Problem` lists the same. */
export type RefusalCode =
  | 'invalid'
  | 'not-signed-in'
  | 'not-allowed'
  | 'not-found'
  | 'too-many'
  | 'foreign-origin'
  | 'code-wrong'
  | 'code-spent'
  | 'link-spent'
  | 'name-needed'
  | 'not-started'
  | 'server-down'
  | 'no-server'
  | 'room-in-use'
  | 'server-unreachable'
  | 'server-secret-wrong'
  | 'server-not-bbb'
  | 'server-address-barred'
  | 'server-known'
  | 'server-in-use'
  | 'too-late';

const statusOf: Record<RefusalCode, number> = {
  invalid: 400,
  'not-signed-in': 401,
  'not-allowed': 403,
  'foreign-origin': 403,
  'not-found': 404,
  'not-started': 409,
  'room-in-use': 409,
  'server-known': 422,
  'server-in-use': 409,
  'too-late': 410,
  'code-wrong': 422,
  'code-spent': 422,
  'link-spent': 422,
  'name-needed': 422,
  'server-unreachable': 422,
  'server-secret-wrong': 422,
  'server-not-bbb': 422,
  'server-address-barred': 422,
  'too-many': 429,
  'server-down': 503,
  'no-server': 503,
};

export interface RefusalDetails {
  fields?: Record<string, string>;
  retryAfterS?: number;
  triesLeft?: number;
}

/** Thrown by a route to answer with one of the wire's problems. Its status follows from its code. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly code: RefusalCode;
  readonly details: RefusalDetails;
  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
  get status(): number {
    return statusOf[this.code];
  }
}
