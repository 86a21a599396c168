-- The doors: what a door is inside the database, and the kinds of tables that stand behind it.
-- Written for PostgreSQL 15; runs as the owner of the tables. The group roles exist already (src/db/roles.ts).
create schema koinon;
create schema if not exists pgboss authorization koinon_jobs;
revoke all on schema public from public;
grant usage on schema public, koinon to koinon_coop, koinon_federation;

create table koinon.migrations (
  name text primary key,
  hash text not null,
  at timestamptz not null default clock_timestamp()
);

-- One row. Only the owner reads it; the functions below compare with it.
create table koinon.door_key (
  one boolean primary key default true check (one),
  key bytea not null
);

create function koinon.sealed(scope text) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog as $$
  select exists (
    select from koinon.door_key
    where encode(sha256(key || convert_to(scope, 'UTF8')), 'hex') = current_setting('koinon.seal', true)
  )
$$;

-- The co-op whose door is open, or null.
create function koinon.coop() returns uuid
language sql stable parallel safe security definer set search_path = pg_catalog as $$
  select case when koinon.sealed('coop ' || current_setting('koinon.coop', true))
    then nullif(current_setting('koinon.coop', true), '')::uuid end
$$;

create function koinon.is_federation() returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog as $$
  select koinon.sealed('federation')
$$;

-- Kind 1: rows of one co-op (column coop_id). Only that co-op sees and writes them.
create function koinon.belongs_to_coop(t regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', t);
  execute format('create policy coop on %s to koinon_coop using (coop_id = (select koinon.coop())) with check (coop_id = (select koinon.coop()))', t);
  execute format('grant select, insert, update, delete on %s to koinon_coop', t);
  if to_regclass('public.coops') is not null then
    execute format('alter table %s add foreign key (coop_id) references public.coops (id)', t);
  end if;
end $$;

-- Kind 2: rows that two co-ops see and the provider writes.
create function koinon.two_sided(t regclass, provider name, consumer name) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', t);
  execute format('create policy provider on %s to koinon_coop using (%I = (select koinon.coop())) with check (%I = (select koinon.coop()))', t, provider, provider);
  execute format('create policy consumer on %s for select to koinon_coop using (%I = (select koinon.coop()))', t, consumer);
  execute format('grant select, insert, update, delete on %s to koinon_coop', t);
  execute format('alter table %s add foreign key (%I) references public.coops (id), add foreign key (%I) references public.coops (id)', t, provider, consumer);
end $$;

-- Kind 3: rows of the federation.
create function koinon.belongs_to_federation(t regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', t);
  execute format('create policy federation on %s to koinon_federation using ((select koinon.is_federation())) with check ((select koinon.is_federation()))', t);
  execute format('grant select, insert, update, delete on %s to koinon_federation', t);
end $$;

-- Adds to kind 1 or 3: the federation reads and writes a co-op's rows as well. Say why where it is called.
create function koinon.open_to_federation(t regclass, rights text default 'select') returns void language plpgsql as $$
begin
  execute format('create policy federation on %s to koinon_federation using ((select koinon.is_federation())) with check ((select koinon.is_federation()))', t);
  execute format('grant %s on %s to koinon_federation', rights, t);
end $$;

-- Adds to kind 3: every co-op reads the rows for which the condition holds.
create function koinon.open_to_coops(t regclass, condition text default 'true') returns void language plpgsql as $$
begin
  execute format('create policy coop_reads on %s for select to koinon_coop using ((select koinon.coop()) is not null and (%s))', t, condition);
  execute format('grant select on %s to koinon_coop', t);
end $$;

create function koinon.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

-- Adds to any kind: nobody updates or deletes a row, not even the owner.
create function koinon.append_only(t regclass) returns void language plpgsql as $$
begin
  execute format('revoke update, delete, truncate on %s from koinon_coop, koinon_federation', t);
  execute format('create trigger append_only before update or delete on %s for each row execute function koinon.refuse_change()', t);
  execute format('create trigger append_only_whole before truncate on %s for each statement execute function koinon.refuse_change()', t);
end $$;

revoke execute on all functions in schema koinon from public;
grant execute on function koinon.coop(), koinon.is_federation() to koinon_coop, koinon_federation;
