import { FromBrowser } from '../protocol/index.ts';
import { ok, type Result, refused } from '../result.ts';

/** Why a text is no message, with the sender's number when it had one. */
export interface Malformed {
  re: number | null;
  reason: string;
}

/** Reads one frame. Nothing that a browser sends may throw. */
export function parseMessage(text: string): Result<FromBrowser, Malformed> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused({ re: null, reason: 'This is not JSON.' });
  }
  const parsed = FromBrowser.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  const place = issue?.path.length ? ` at ${issue.path.map(String).join('.')}` : '';
  return refused({ re: numberOf(value), reason: `No message has this shape${place}.`.slice(0, 200) });
}

function numberOf(value: unknown): number | null {
  if (typeof value !== 'object' || value === null || !('re' in value)) return null;
  return Number.isSafeInteger(value.re) ? (value.re as number) : null;
}
