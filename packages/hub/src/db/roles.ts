import { createHash } from 'node:crypto';

/** Roles that no one logs in with: the doors, and the owner of the job tables. The same in every database of a cluster. */
export const groupRoles = ['koinon_coop', 'koinon_federation', 'koinon_jobs'] as const;

/** The login that the hub works with in this database. It owns no table and inherits no role. */
export function loginRole(database: string): string {
  return `koinon_login_${createHash('sha256').update(database).digest('hex').slice(0, 12)}`;
}

/** Makes the roles that nobody logs in with; harmless when they are there, also when two hubs do it at once. */
export const makeGroupRoles = `do $$
declare wanted text;
begin
  foreach wanted in array array['${groupRoles.join("', '")}'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I nologin noinherit', wanted);
      exception when duplicate_object or unique_violation then null;
      end;
    end if;
  end loop;
  if not (select rolsuper from pg_roles where rolname = current_user)
     and not pg_has_role(current_user, 'koinon_jobs', 'member') then
    execute format('grant koinon_jobs to %I', current_user);
  end if;
end $$`;

/**
 * What an administrator runs once when the user of DATABASE_URL may not make roles. From PostgreSQL 16 on, making
 * roles is a right over one's own only, so the login is given to the user with its admin option.
 */
export function rolesByHand(user: string, login: string, present: ReadonlySet<string>): string {
  const owner = `"${user.replaceAll('"', '""')}"`;
  const missing = groupRoles.filter((role) => !present.has(role));
  return [
    ...missing.map((role) => `create role ${role} nologin noinherit;`),
    `grant koinon_jobs to ${owner};`,
    ...(present.has(login) ? [] : [`create role ${login} login noinherit;`]),
    `grant ${groupRoles.join(', ')} to ${login};`,
    `grant ${login} to ${owner} with admin option;`,
    `alter role ${owner} createrole;`,
  ].join(' ');
}
