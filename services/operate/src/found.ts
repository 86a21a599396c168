import { CannotFound, type Founding } from '@koinon/hub';
import { CannotStart } from '@koinon/running';
import { runCommand } from './command.ts';
import { readOptions } from './options.ts';
import { withHub } from './with-hub.ts';

const USAGE = `npm run found -- --name "Example Co-op" --slug example --admin you@example.coop [--admin-name "Your Name"]
  [--language en]... [--currency EUR] [--time-zone Europe/Madrid] [--host meet.example.coop]... [--paint "#0a5f78"] [--mark waves] [--operator]`;

/** `npm run found`: makes a co-op and its first admin. The hub may be running, when the database is PostgreSQL. */
await runCommand(async () => {
  const { name, slug, admin, help, ...more } = options();
  if (help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  if (name === undefined || slug === undefined || admin === undefined) {
    throw new CannotStart('A co-op needs a name, a slug (its short name in addresses) and an admin.', USAGE);
  }
  const coop = {
    slug,
    name,
    paint: more.paint,
    mark: more.mark,
    languages: more.language,
    currency: more.currency,
    timeZone: more['time-zone'],
    operator: more.operator,
    hosts: more.host,
  };
  const founding: Founding = {
    coop: coop as Founding['coop'], // What people typed; the hub looks at every part of it.
    admin: { name: more['admin-name'] ?? admin.split('@')[0] ?? admin, email: admin },
  };
  const { address } = await withHub((hub) => hub.found(founding)).catch((error: unknown) => {
    throw refusal(error);
  });
  process.stdout.write(`${name} is at ${address}\n${admin} is its admin: sign in there with that address.\n`);
});

function options() {
  return readOptions(
    {
      options: {
        name: { type: 'string' },
        slug: { type: 'string' },
        admin: { type: 'string' },
        'admin-name': { type: 'string' },
        language: { type: 'string', multiple: true, default: ['en'] },
        currency: { type: 'string', default: 'EUR' },
        'time-zone': { type: 'string', default: 'UTC' },
        host: { type: 'string', multiple: true, default: [] },
        paint: { type: 'string', default: '#0a5f78' },
        mark: { type: 'string', default: 'door' },
        operator: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    },
    USAGE,
  ).values;
}

function refusal(error: unknown): unknown {
  if (!(error instanceof CannotFound)) return error;
  const what = {
    invalid: `This cannot be: ${error.fields.join(', ')}.`,
    'slug-taken': 'Another co-op has that slug.',
    'host-taken': 'Another co-op has that host name.',
  }[error.code];
  return new CannotStart(what, `Nothing was written. ${USAGE}`, { cause: error });
}
