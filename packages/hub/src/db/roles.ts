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

/** What an administrator runs once when the user of DATABASE_URL may not make roles. */
export function rolesByHand(user: string, login: string): string {
  return [
    ...groupRoles.map((role) => `create role ${role} nologin noinherit;`),
    `grant koinon_jobs to "${user}";`,
    `create role ${login} login noinherit;`,
    `grant ${groupRoles.join(', ')} to ${login};`,
    `alter role "${user}" createrole;`,
  ].join(' ');
}
