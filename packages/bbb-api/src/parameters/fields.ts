/** How a parameter's text is read: BigBlueButton takes whatever is no number or boolean as if it were absent. */
type FieldKind = 'text' | 'boolean' | 'integer';

export type Fields = Readonly<Record<string, FieldKind>>;

type ValueOf<K extends FieldKind> = K extends 'text' ? string : K extends 'boolean' ? boolean : number;

/** The typed values of a table of fields; every one may be missing. */
export type FieldValues<F extends Fields> = { [N in keyof F]?: ValueOf<F[N]> | undefined };

/** Reads the parameters that a table names. Empty ones count as missing; the first of several wins. */
export function readFields<F extends Fields>(fields: F, parameters: URLSearchParams): FieldValues<F> {
  const values: Record<string, string | boolean | number> = {};
  for (const [name, kind] of Object.entries(fields)) {
    const value = readValue(kind, parameters.get(name));
    if (value !== undefined) values[name] = value;
  }
  return values as FieldValues<F>;
}

/** Writes the parameters that have a value, in the table's order. */
export function writeFields<F extends Fields>(fields: F, values: FieldValues<F>): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const name of Object.keys(fields)) {
    const value = values[name];
    if (value !== undefined) parameters.set(name, String(value));
  }
  return parameters;
}

function readValue(kind: FieldKind, raw: string | null): string | boolean | number | undefined {
  if (raw === null || raw === '') return undefined;
  if (kind === 'text') return raw;
  if (kind === 'boolean') return booleanOf(raw);
  return integerOf(raw);
}

// Java's Boolean.parseBoolean: `1` is let through by BigBlueButton's validation and still means false.
function booleanOf(raw: string): boolean {
  return raw.trim().toLowerCase() === 'true';
}

function integerOf(raw: string): number | undefined {
  const number = /^[+-]?\d{1,19}$/.test(raw) ? Number(raw) : Number.NaN;
  return Number.isSafeInteger(number) ? number : undefined;
}
