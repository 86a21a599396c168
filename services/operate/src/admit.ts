import { CannotAdmit } from '@koinon/hub';
import { CannotStart } from '@koinon/running';
import { runCommand } from './command.ts';
import { readOptions } from './options.ts';
import { withHub } from './with-hub.ts';

const USAGE = `npm run admit -- --coop example --email somebody@example.coop --name "Their Name" [--role admin|operator|facilitator|treasurer]...`;

/** `npm run admit`: lets a person into a co-op, or gives a member other roles. The hub may be running, when the database is PostgreSQL. */
await runCommand(async () => {
  const { coop, email, name, role, help } = options();
  if (help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  if (coop === undefined || email === undefined) {
    throw new CannotStart('Say who comes in, and into which co-op.', USAGE);
  }
  const person = { email, name: name ?? email.split('@')[0] ?? email };
  const { address, roles } = await withHub((hub) => hub.admit({ coop, person, roles: role })).catch(
    (error: unknown) => {
      throw refusal(error);
    },
  );
  process.stdout.write(`${email} signs in at ${address}, as ${roles.join(', ')}.\n`);
});

function options() {
  return readOptions(
    {
      options: {
        coop: { type: 'string' },
        email: { type: 'string' },
        name: { type: 'string' },
        role: { type: 'string', multiple: true, default: [] },
        help: { type: 'boolean', default: false },
      },
    },
    USAGE,
  ).values;
}

function refusal(error: unknown): unknown {
  if (!(error instanceof CannotAdmit)) return error;
  const what = {
    'no-coop': 'No co-op has that slug.',
    'no-such-role': 'There is no such role.',
    invalid: 'This is not an e-mail address, or the name cannot be one.',
  }[error.code];
  return new CannotStart(what, `Nothing was written. ${USAGE}`, { cause: error });
}
