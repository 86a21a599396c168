import pg from 'pg';
import { RolesMissing } from '../errors.ts';
import { migrate, type Owner } from '../migrations.ts';
import { groupRoles, loginRole, makeGroupRoles, rolesByHand } from '../roles.ts';
import { scramVerifier } from './scram.ts';

/** Any constant will do; it must be the same in every version. */
const migrationLock = 7_305_661;

/** Does `work` as the user of DATABASE_URL, while no other hub does. */
export async function asOwner<T>(
  databaseUrl: string,
  work: (owner: Owner, client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'koinon migration' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    return await work(ownerOf(client), client);
  } finally {
    await client.end();
  }
}

function ownerOf(client: pg.Client): Owner {
  return {
    run: async (sql) => {
      await client.query(sql).catch(async (error: unknown) => {
        await client.query('rollback');
        throw error;
      });
    },
    rows: async (sql) => (await client.query<Record<string, unknown>>(sql)).rows,
  };
}

/** Makes the roles, migrates, and gives the login its password. Answers the name of the login. */
export async function preparePostgres(
  databaseUrl: string,
  doorKey: Uint8Array,
  password: string,
): Promise<string> {
  return asOwner(databaseUrl, async (owner, client) => {
    const database = client.database ?? '';
    const login = loginRole(database);
    try {
      await owner.run(makeGroupRoles);
      await migrate(owner);
      await owner.run(`insert into koinon.door_key (key) values ('\\x${Buffer.from(doorKey).toString('hex')}')
        on conflict (one) do update set key = excluded.key where door_key.key <> excluded.key`);
      await owner.run(makeLogin(login, database, scramVerifier(password)));
    } catch (error) {
      if ((error as { code?: string }).code !== '42501') throw error;
      const present = new Set(
        (await owner.rows('select rolname from pg_roles')).map((row) => String(row.rolname)),
      );
      throw new RolesMissing(rolesByHand(client.user ?? '', login, present), error);
    }
    return login;
  });
}

/** CONNECT is taken from everybody else, so that the login of another database in the cluster cannot come in here. */
function makeLogin(login: string, database: string, verifier: string): string {
  const name = database.replaceAll('"', '""');
  return `do $$ begin
    if not exists (select from pg_roles where rolname = '${login}') then
      create role ${login} login noinherit;
    end if;
    if not pg_has_role('${login}', 'koinon_jobs', 'member') then
      grant ${groupRoles.join(', ')} to ${login};
    end if;
  end $$;
  alter role ${login} password '${verifier}';
  revoke connect, temporary on database "${name}" from public;
  grant connect on database "${name}" to ${login}`;
}
