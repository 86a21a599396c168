import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { audit } from '../audit/tables.ts';
import { systemClock } from '../clock/index.ts';
import { coops } from '../coops/tables.ts';
import { outbox } from '../events/tables.ts';
import { people } from '../identity/tables.ts';
import { createIds } from '../ids/index.ts';
import { memberships } from '../membership/tables.ts';
import { DoorClosed, NestedDoor, TransactionLost, type Tx, violationOf } from './index.ts';
import { testDatabases } from './testing/index.ts';

const ids = createIds(systemClock);
const now = () => new Date();

function house(slug: string) {
  return {
    id: ids(),
    slug,
    name: slug,
    paint: '#0a5f78',
    mark: 'waves' as const,
    languages: ['en' as const],
    currency: 'GBP',
    timeZone: 'Europe/London',
    operator: false,
    createdAt: now(),
  };
}

testDatabases('the doors', (at) => {
  const harbour = house(`harbour-${ids()}`);
  const tisserie = house(`tisserie-${ids()}`);
  const priya = { id: ids(), name: 'Priya', email: `${ids()}@harbour.example`, createdAt: now() };
  const noemie = { id: ids(), name: 'Noémie', email: `${ids()}@tisserie.example`, createdAt: now() };
  const member = (personId: string) => ({ id: ids(), personId, roles: ['member' as const], since: now() });

  test('each house writes and reads its own rows', async () => {
    await at.db.asFederation(async (tx) => {
      await tx.insert(coops).values([harbour, tisserie]);
      await tx.insert(people).values([priya, noemie]);
    });
    await at.db.asCoop(harbour.id, (tx) => tx.insert(memberships).values(member(priya.id)));
    await at.db.asCoop(tisserie.id, (tx) => tx.insert(memberships).values(member(noemie.id)));
    const seen = await at.db.asCoop(harbour.id, (tx) => tx.select().from(memberships));
    expect(seen.map((m) => [m.coopId, m.personId])).toEqual([[harbour.id, priya.id]]);
    const names = await at.db.asCoop(tisserie.id, (tx) => tx.select({ name: people.name }).from(people));
    expect(names).toEqual([{ name: 'Noémie' }]);
  });

  test('a row of another house can be neither seen, changed, removed nor made', async () => {
    const inHarbour = <T>(work: (tx: Tx) => Promise<T>) => at.db.asCoop(harbour.id, work);
    const theirs = eq(memberships.personId, noemie.id);
    expect(await inHarbour((tx) => tx.select().from(memberships).where(theirs))).toEqual([]);
    expect(
      await inHarbour((tx) =>
        tx
          .update(memberships)
          .set({ roles: ['admin'] })
          .where(theirs)
          .returning(),
      ),
    ).toEqual([]);
    expect(await inHarbour((tx) => tx.delete(memberships).where(theirs).returning())).toEqual([]);
    const planted = inHarbour((tx) =>
      tx.insert(memberships).values({ ...member(priya.id), coopId: tisserie.id }),
    );
    expect(await refusal(planted)).toBe('not-yours');
    const moved = inHarbour((tx) => tx.update(memberships).set({ coopId: tisserie.id }));
    expect(await refusal(moved)).toBe('not-yours');
  });

  test('the federation does not see the rows of a house', async () => {
    expect(await refusal(at.db.asFederation((tx) => tx.select().from(memberships)))).toBe('not-yours');
  });

  test('a bare query sees nothing', async () => {
    for (const table of [
      'public.coops',
      'public.people',
      'public.memberships',
      'public.outbox',
      'public.audit',
      'koinon.door_key',
      'koinon.migrations',
    ]) {
      expect(await refusal(at.bare(`select * from ${table}`))).toBe('not-yours');
    }
  });

  test('the login owns nothing, inherits nothing and is nobody special', async () => {
    const [me] = await at.bare('select current_user as name');
    const [role] = await at.asOwner(
      `select rolsuper, rolinherit, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = '${me?.name}'`,
    );
    expect(role).toEqual({
      rolsuper: false,
      rolinherit: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
    });
    expect(
      await at.asOwner(
        `select relname from pg_class c join pg_roles r on r.oid = c.relowner where rolname = '${me?.name}'`,
      ),
    ).toEqual([]);
  });

  const ways = {
    'RESET ROLE': 'reset role',
    'SET ROLE none': 'set role none',
    'SET LOCAL ROLE to the federation': 'set local role koinon_federation',
    'SET ROLE to the federation': 'set role koinon_federation',
    'SET ROLE to the jobs': 'set role koinon_jobs',
    'another co-op in the setting': `select set_config('koinon.coop', '${tisserie.id}', true)`,
    'the federation with an empty seal': `select set_config('role', 'koinon_federation', true), set_config('koinon.seal', '', true)`,
  };
  test.each(Object.entries(ways))('%s inside a door does not escape', async (_name, statement) => {
    const look = at.db.asCoop(harbour.id, async (tx) => {
      await tx.execute(sql.raw(statement));
      const found = [];
      for (const table of [memberships, people, outbox]) {
        found.push(
          ...(await tx
            .transaction((inner) => inner.select().from(table))
            .catch((error: unknown) => {
              if (!(error instanceof Error && seesNothing(error.cause))) throw error;
              return [];
            })),
        );
      }
      return found;
    });
    expect(await look).toEqual([]);
    // And the next door is an ordinary door.
    const after = await at.db.asCoop(harbour.id, (tx) => tx.select().from(memberships));
    expect(after).toHaveLength(1);
  });

  test('nobody becomes another user inside a door', async () => {
    const become = at.db.asCoop(harbour.id, (tx) => tx.execute(sql`set session authorization postgres`));
    const error = await causeOf(become);
    expect(at.db.kind === 'pglite' ? (error as Error).name : violationOf(error)?.kind).toBe(
      at.db.kind === 'pglite' ? 'StatementBarred' : 'not-yours',
    );
  });

  test('a door inside a door is refused at once', async () => {
    const inner = at.db.asCoop(harbour.id, () => at.db.asFederation((tx) => tx.select().from(coops)));
    await expect(inner).rejects.toBeInstanceOf(NestedDoor);
    await expect(at.db.asFederation(() => at.db.asFederation(async () => 1))).rejects.toBeInstanceOf(
      NestedDoor,
    );
    expect(await at.db.asFederation(async () => 1)).toBe(1);
  });

  test('a transaction that leaks out of its door is refused', async () => {
    const leaked = await at.db.asCoop(harbour.id, async (tx) => ({
      tx,
      late: tx.select().from(memberships),
    }));
    expect(await causeOf(leaked.tx.select().from(memberships))).toBeInstanceOf(DoorClosed);
    expect(await causeOf(leaked.late)).toBeInstanceOf(DoorClosed);
    expect(await causeOf(leaked.tx.transaction((tx) => tx.select().from(memberships)))).toBeInstanceOf(
      DoorClosed,
    );
  });

  test('an error undoes the whole transaction, and a savepoint only its part', async () => {
    const lost = at.db.asCoop(harbour.id, async (tx) => {
      await tx.update(memberships).set({ roles: ['admin'] });
      throw new Error('changed my mind');
    });
    await expect(lost).rejects.toThrow('changed my mind');
    await at.db.asCoop(harbour.id, async (tx) => {
      await tx.update(memberships).set({ roles: ['member', 'treasurer'] });
      await tx
        .transaction(async (inner) => {
          await inner.update(memberships).set({ roles: ['admin'] });
          throw new Error('only this');
        })
        .catch(() => undefined);
    });
    const [kept] = await at.db.asCoop(harbour.id, (tx) => tx.select().from(memberships));
    expect(kept?.roles).toEqual(['member', 'treasurer']);
  });

  test('a swallowed error does not pass for success', async () => {
    const swallowed = at.db.asCoop(harbour.id, async (tx) => {
      await tx.update(memberships).set({ roles: ['admin'] });
      await tx.execute(sql`select 1 / 0`).catch(() => undefined);
    });
    await expect(swallowed).rejects.toBeInstanceOf(TransactionLost);
    const [kept] = await at.db.asCoop(harbour.id, (tx) => tx.select().from(memberships));
    expect(kept?.roles).toEqual(['member', 'treasurer']);
  });

  test('forty doors at once neither mix nor block each other', async () => {
    const asked = Array.from({ length: 40 }, (_, n) => (n % 2 ? harbour : tisserie));
    const seen = await Promise.all(
      asked.map((coop) =>
        at.db.asCoop(coop.id, (tx) => tx.select({ coopId: memberships.coopId }).from(memberships)),
      ),
    );
    expect(seen.map((rows) => rows.map((row) => row.coopId))).toEqual(asked.map((coop) => [coop.id]));
  });

  test('the audit log refuses every change, also by the owner', async () => {
    const entry = { id: ids(), act: 'test', subject: 'test:1', at: now() };
    await at.db.asCoop(harbour.id, (tx) => tx.insert(audit).values(entry));
    expect(await refusal(at.db.asCoop(harbour.id, (tx) => tx.update(audit).set({ act: 'other' })))).toBe(
      'not-yours',
    );
    expect(await refusal(at.db.asCoop(harbour.id, (tx) => tx.delete(audit)))).toBe('not-yours');
    expect(await refusal(at.db.asFederation((tx) => tx.delete(audit)))).toBe('not-yours');
    expect(await refusal(at.asOwner(`update audit set act = 'other'`))).toBe('append-only');
    expect(await refusal(at.asOwner('delete from audit'))).toBe('append-only');
    expect(await refusal(at.asOwner('truncate audit'))).toBe('append-only');
    expect(await at.db.asCoop(harbour.id, (tx) => tx.select({ act: audit.act }).from(audit))).toEqual([
      { act: 'test' },
    ]);
    expect(await at.db.asCoop(tisserie.id, (tx) => tx.select().from(audit))).toEqual([]);
  });

  test('a house tells events in its own name only, and does not read them', async () => {
    const event = { id: ids(), type: 't', aggregate: 'a', payload: {}, at: now() };
    await at.db.asCoop(harbour.id, (tx) => tx.insert(outbox).values(event));
    const forged = at.db.asCoop(harbour.id, (tx) =>
      tx.insert(outbox).values({ ...event, id: ids(), coopId: tisserie.id }),
    );
    expect(await refusal(forged)).toBe('not-yours');
    expect(await refusal(at.db.asCoop(harbour.id, (tx) => tx.select().from(outbox)))).toBe('not-yours');
    const told = await at.db.asFederation((tx) => tx.select({ coopId: outbox.coopId }).from(outbox));
    expect(told).toEqual([{ coopId: harbour.id }]);
  });

  test('only an id opens a door', async () => {
    await expect(at.db.asCoop("x', true); --", async () => 1)).rejects.toBeInstanceOf(TypeError);
  });

  test('NOTIFY is heard after the commit, and a listener may open a door', async () => {
    const heard = Promise.withResolvers<number>();
    const stop = await at.db.listen('test_channel', () => heard.resolve(at.db.asFederation(async () => 7)));
    await at.db.asCoop(harbour.id, (tx) => tx.execute(sql`select pg_notify('test_channel', '')`));
    expect(await heard.promise).toBe(7);
    await stop();
    expect(await at.db.lead('anything')).toBe(true);
    expect(await at.db.lead('anything')).toBe(true);
  });
});

async function refusal(asked: Promise<unknown>): Promise<string | undefined> {
  return violationOf(
    await asked.then(
      () => undefined,
      (error: unknown) => error,
    ),
  )?.kind;
}

/** Refused, or (without a right to the schema) not even found. */
function seesNothing(error: unknown): boolean {
  return violationOf(error)?.kind === 'not-yours' || (error as { code?: string }).code === '42P01';
}

async function causeOf(asked: PromiseLike<unknown>): Promise<unknown> {
  const error = await Promise.resolve(asked).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof Error && error.cause instanceof Error ? error.cause : error;
}
