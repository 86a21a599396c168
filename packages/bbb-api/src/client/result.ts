/** Why a call gave no value. */
export type BbbFailure =
  /** The server understood and said no: returncode FAILED. The key may be empty (load balancers). */
  | { kind: 'refused'; key: string; message: string }
  /** No answer: no route, no name, connection refused or broken, time over. */
  | { kind: 'unreachable'; timedOut: boolean; cause: unknown }
  /** An answer that is none of BigBlueButton's: a proxy's page, a redirection, something cut off or too large. */
  | { kind: 'nonsense'; status: number; reason: string };

export type BbbResult<T> = { ok: true; value: T } | { ok: false; error: BbbFailure };
