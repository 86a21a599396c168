import { CannotStart } from '@koinon/running';
import { type Given, type SettingName, table } from './table.ts';

const names = Object.keys(table) as SettingName[];

/**
 * Reads every setting from the environment. An empty value counts as none.
 * @throws CannotStart naming all wrong settings at once, each in one sentence
 */
export function readGiven(env: NodeJS.ProcessEnv): Given {
  const wrong: string[] = [];
  const entries = names.map((name) => {
    const text = env[name]?.trim();
    if (text === undefined || text === '') return [name, undefined];
    const parsed = table[name].schema.safeParse(text);
    if (parsed.success) return [name, parsed.data];
    wrong.push(sentence(name, text));
    return [name, undefined];
  });
  if (wrong.length > 0) {
    throw new CannotStart(
      wrong.join('\n'),
      'Correct it and start again; docs/settings.md lists every setting.',
      { settings: true },
    );
  }
  return Object.fromEntries(entries) as Given;
}

/** Secrets are never repeated on a screen or in a log. */
const SECRETS: readonly SettingName[] = [
  'KOINON_SECRET',
  'KOINON_HALL_SECRET',
  'KOINON_SMTP_URL',
  'DATABASE_URL',
  'KOINON_ICE_SERVERS',
];

function sentence(name: SettingName, text: string): string {
  const value = SECRETS.includes(name) ? '' : ` is "${text}" and`;
  return `${name}${value} must be ${table[name].schema.description}.`;
}

/** Names in the environment that look like settings of ours and are none: most often a slip of the hand. */
export function unknownNames(env: NodeJS.ProcessEnv): string[] {
  const known = new Set<string>([...names, ...FOR_TOOLS]);
  return Object.keys(env).filter((name) => name.startsWith('KOINON_') && !known.has(name));
}

/** Read by the bootstrap script and the tests, not by the programs. */
const FOR_TOOLS = ['KOINON_INSTALL', 'KOINON_CHROMIUM', 'KOINON_STORY_DATABASE'];
