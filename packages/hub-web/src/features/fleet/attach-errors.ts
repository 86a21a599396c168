import type { HubSpeech } from '../../house/index.ts';
import { codeOf, HubProblem } from '../../hub/index.ts';

/** Which field an answer is about. */
const places: Partial<Record<string, 'api' | 'secret'>> = {
  'server-unreachable': 'api',
  'server-not-bbb': 'api',
  'server-address-barred': 'api',
  'server-known': 'api',
  'server-secret-wrong': 'secret',
};

interface Errors {
  name: string | null;
  api: string | null;
  secret: string | null;
  /** The answer is about no field. */
  other: boolean;
}

/** What to say under which field: what is missing, what is malformed, and what the server's own answer was. */
export function attachErrors(
  { say }: Pick<HubSpeech, 'say'>,
  typed: { name: string; api: string; secret: string } | null,
  error: unknown,
): Errors {
  const missing = (value: string | undefined) => typed !== null && !value?.trim();
  const code = codeOf(error);
  const place = code ? places[code] : undefined;
  const fields = code === 'invalid' && error instanceof HubProblem ? (error.about.fields ?? {}) : {};
  const told = (at: 'api' | 'secret') =>
    code && place === at ? say(`problem.${code as 'server-unreachable'}`) : null;
  return {
    name: missing(typed?.name) || fields.name ? say('attach.name-missing') : null,
    api: missing(typed?.api) || fields.api ? say('attach.api-missing') : told('api'),
    secret: missing(typed?.secret) || fields.secret ? say('attach.secret-missing') : told('secret'),
    other: code !== null && place === undefined && Object.keys(fields).length === 0,
  };
}
