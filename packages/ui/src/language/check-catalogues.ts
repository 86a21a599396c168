import { type CompiledMessage, compile, partNames } from './message.ts';

/**
 * What is wrong with a set of catalogues, one sentence each; empty when all languages have the same keys, the same
 * placeholders and parts, and something to say for each. For tests.
 */
export function checkCatalogues(
  catalogues: Readonly<Record<string, Readonly<Record<string, string>>>>,
): string[] {
  const problems: string[] = [];
  const [first, ...others] = Object.entries(catalogues);
  if (!first) return ['There is no catalogue'];
  const [home, messages] = first;
  for (const [language, catalogue] of [first, ...others]) {
    for (const key of Object.keys(messages))
      if (!(key in catalogue)) problems.push(`${language} lacks ${key}`);
    for (const [key, text] of Object.entries(catalogue)) {
      if (!(key in messages)) problems.push(`${language} has ${key}, ${home} has not`);
      else if (text.trim() === '') problems.push(`${language} says nothing for ${key}`);
      else problems.push(...compare(language, key, text, messages[key] ?? ''));
    }
  }
  return problems;
}

function compare(language: string, key: string, text: string, home: string): string[] {
  try {
    const [here, there] = [slots(text), slots(home)];
    return here === there
      ? []
      : [`${language} fills ${key} with ${here || 'nothing'} instead of ${there || 'nothing'}`];
  } catch (cause) {
    return [
      `${language} cannot be read at ${key}: ${cause instanceof Error ? cause.message : String(cause)}`,
    ];
  }
}

function slots(text: string): string {
  const names = new Set<string>(partNames(text).map((part) => `<${part}>`));
  collect(compile(text), names);
  return [...names].sort().join(' ');
}

function collect(message: CompiledMessage | string | undefined, names: Set<string>): void {
  if (!Array.isArray(message)) return;
  for (const token of message) {
    if (!Array.isArray(token)) continue;
    const [argument, kind, cases] = token;
    names.add(kind ? `{${argument}, ${kind}}` : `{${argument}}`);
    if (cases && typeof cases === 'object') {
      for (const inner of Object.values(cases)) if (typeof inner !== 'number') collect(inner, names);
    }
  }
}
