import { expect, test } from 'vitest';
import { testDatabases } from './db/testing/index.ts';
import { manifests } from './manifests.ts';
import type { TableUse } from './portability/index.ts';

const declared = manifests.flatMap(({ room, tables }) =>
  Object.entries(tables).map(([table, use]): [string, string, TableUse] => [table, room, use]),
);

testDatabases('the manifests', (at) => {
  test('every table is declared by one room, and every declared table is there', async () => {
    const rows = await at.asOwner(
      `select tablename from pg_tables where schemaname = 'public' order by tablename`,
    );
    expect(declared.map(([table]) => table).sort()).toEqual(rows.map((row) => row.tablename));
  });

  test('a wall stands around every table', async () => {
    const open = await at.asOwner(`
      select relname from pg_class c join pg_namespace n on n.oid = relnamespace
      where nspname = 'public' and relkind = 'r' and not relrowsecurity`);
    expect(open).toEqual([]);
    const unguarded = await at.asOwner(`
      select tablename from pg_tables t where schemaname = 'public'
      and not exists (select from pg_policies p where p.tablename = t.tablename)`);
    expect(unguarded).toEqual([]);
    const loose = await at.asOwner(`
      select tablename, policyname, roles::text from pg_policies
      where schemaname = 'public' and not roles <@ array['koinon_coop', 'koinon_federation']::name[]`);
    expect(loose).toEqual([]);
  });

  test('every policy asks which door is open', async () => {
    const deaf = await at.asOwner(`
      select tablename, policyname from pg_policies where schemaname = 'public'
      and coalesce(qual, '') || coalesce(with_check, '') !~ 'koinon\\.(coop|is_federation)\\(\\)'`);
    expect(deaf).toEqual([]);
  });

  test('nobody but the two doors has a right to a table', async () => {
    const rights = await at.asOwner(`
      select distinct grantee from information_schema.role_table_grants
      where table_schema = 'public' and grantee not in (select tableowner from pg_tables where schemaname = 'public')
      order by grantee`);
    expect(rights).toEqual([{ grantee: 'koinon_coop' }, { grantee: 'koinon_federation' }]);
  });

  test('a table that a co-op keeps for itself is behind its own wall', async () => {
    const rows = await at.asOwner(`
      select table_name from information_schema.columns
      where table_schema = 'public' and column_name = 'coop_id' and is_nullable = 'NO'`);
    const ofCoops = new Set(rows.map((row) => row.table_name));
    const unmarked = declared.filter(
      ([table, , use]) =>
        use.kind === 'portable' && use.scope === 'coop' && table !== 'audit' && !ofCoops.has(table),
    );
    expect(unmarked).toEqual([]);
  });
});

test('what is not portable says why, and personal data has an end', () => {
  for (const [, , use] of declared) {
    if (use.kind === 'local') expect(use.why).toMatch(/\w+ .*\.$/);
    if (use.keep !== 'while it exists') expect(use.keep.days).toBeGreaterThanOrEqual(0);
  }
});
