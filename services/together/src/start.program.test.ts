import { once } from 'node:events';
import { readFile, readlink, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { allGone, type Command, npm, ownSettings, programOf, programsOf, until } from './testing/command.ts';

const linux = process.platform === 'linux';

test('npm start opens two co-ops, Ctrl-C closes everything, and a second start finds all again', async () => {
  await using own = await ownSettings();
  const first = npm(['start'], own.env);
  const demo = await first.opened();

  expect(demo.hub).toBe(`http://127.0.0.1:${own.env.KOINON_PORT}`);
  expect(demo.hall.api).toBe(`http://127.0.0.1:${own.env.KOINON_HALL_PORT}/bigbluebutton/api`);
  expect(demo.coops.map(({ slug, address, people }) => ({ slug, address, people }))).toEqual([
    {
      slug: 'harbour',
      address: `${demo.hub}/c/harbour`,
      people: [
        { email: 'priya.raman@harbourstreet.example', roles: ['member', 'admin'] },
        { email: 'tom.adeyemi@harbourstreet.example', roles: ['member', 'operator'] },
      ],
    },
    {
      slug: 'tisserie',
      address: `${demo.hub}/c/tisserie`,
      people: [
        { email: 'noemie.tremblay@latisserie.example', roles: ['member', 'admin'] },
        { email: 'amadou.diallo@latisserie.example', roles: ['member'] },
      ],
    },
  ]);
  for (const address of [...demo.coops.map((coop) => coop.address), demo.outbox]) {
    expect((await fetch(address)).status).toBe(200);
    expect(first.printed()).toContain(address);
  }
  for (const { email } of demo.coops.flatMap((coop) => coop.people)) expect(first.printed()).toContain(email);
  expect((await stat(join(own.dataDir, 'demo.json'))).mode & 0o777).toBe(0o600);

  const programs = await programsOf(first.pid);
  if (linux) {
    // Whatever Node began it, the program runs on the one that came with the packages.
    const together = await programOf(first.pid, /services\/together/);
    expect(await readlink(`/proc/${together}/exe`)).toMatch(/node_modules\/node-linux-\w+\/bin\/node$/);
  }
  await askForMail(demo.hub, 'priya.raman@harbourstreet.example');
  await until('the mail is in the outbox', 10_000, async () => (await outbox(demo.hub)).length === 1);
  const mails = await outbox(demo.hub);

  await closedByCtrlC(first);
  await allGone(programs.map(({ pid }) => pid));

  const second = npm(['start'], own.env);
  expect(await second.opened()).toEqual(demo);
  expect(await outbox(demo.hub)).toEqual(mails);
  const again = await programsOf(second.pid);
  // npm passes it to its shell, which may die of it and leave our programs behind; they notice.
  process.kill(second.pid, 'SIGTERM');
  await second.ended;
  await allGone(again.map(({ pid }) => pid));
});

test('a hall that is killed comes back on its port, and nothing outlives the start itself', async () => {
  await using own = await ownSettings();
  const start = npm(['start'], own.env);
  const { hall } = await start.opened();
  const killed = await programOf(start.pid, /services\/hall/);
  process.kill(killed, 'SIGKILL');
  await until('the hall is back', 10_000, async () => (await fetch(hall.api).catch(() => null))?.ok === true);
  expect(await programOf(start.pid, /services\/hall/)).not.toBe(killed);
  expect(start.printed()).toContain('The hall ended (SIGKILL); it is started again.');

  const programs = await programsOf(start.pid);
  process.kill(await programOf(start.pid, /services\/together/), 'SIGKILL');
  expect((await start.ended).code).not.toBe(0);
  await allGone(programs.map(({ pid }) => pid));
});

test('a data folder that is open is left alone', async () => {
  await using own = await ownSettings();
  await using other = await ownSettings();
  const first = npm(['start'], own.env);
  await first.opened();
  const second = npm(['start'], { ...other.env, KOINON_DATA: own.dataDir });
  expect((await second.ended).code).toBe(1);
  expect(second.printed()).toMatch(
    /The data folder \S+ is already open in another Koinon \(process \d+\)\.\nStop that one first, or choose another folder with KOINON_DATA\./,
  );
  expect((await fetch((await first.opened()).hub)).status).toBeLessThan(500);
  first.pressCtrlC();
  await first.ended;
});

test.each(['KOINON_PORT', 'KOINON_HALL_PORT'] as const)(
  'a busy %s is told, and everything else keeps',
  async (setting) => {
    await using own = await ownSettings();
    const busy = createServer().listen(0, '127.0.0.1');
    await once(busy, 'listening');
    const { port } = busy.address() as { port: number };
    const start = npm(['start'], { ...own.env, [setting]: String(port) });
    expect((await start.ended).code).toBe(1);
    expect(start.printed()).toContain(
      `Port ${port} is taken by another program.\nStop that program, or choose another port with ${setting}.`,
    );
    busy.close();
    const again = npm(['start'], own.env);
    await again.opened();
    await closedByCtrlC(again);
  },
);

test('a data folder that cannot be written is told', async (context) => {
  if (!linux) return context.skip('/sys is of Linux');
  await using own = await ownSettings();
  const start = npm(['start'], { ...own.env, KOINON_DATA: '/sys/koinon' });
  expect((await start.ended).code).toBe(1);
  expect(start.printed()).toMatch(
    /The data folder \/sys\/koinon cannot be written: this user may not write there\.\nGive this user the right to write there, or choose another folder with KOINON_DATA\./,
  );
});

test('a file in the place of the data folder is told, and kept', async () => {
  await using own = await ownSettings();
  const file = join(own.dataDir, 'file');
  await writeFile(file, 'kept');
  const start = npm(['start'], { ...own.env, KOINON_DATA: file });
  expect((await start.ended).code).toBe(1);
  expect(start.printed()).toContain('cannot be written: there is a file of that name');
  expect(await readFile(file, 'utf8')).toBe('kept');
});

test('a wrong setting is told before anything is touched', async () => {
  await using own = await ownSettings();
  const place = join(own.dataDir, 'never');
  const start = npm(['start'], { ...own.env, KOINON_DATA: place, KOINON_PORT: 'abc' });
  expect((await start.ended).code).toBe(78);
  expect(start.printed()).toContain(
    'KOINON_PORT is "abc" and must be a whole number from 0 to 65535 (0: any free port).',
  );
  await expect(stat(place)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a database that is not there is told', async () => {
  await using own = await ownSettings();
  const start = npm(['start'], {
    ...own.env,
    DATABASE_URL: `postgres://koinon:x@127.0.0.1:${own.env.KOINON_PORT}/koinon`,
  });
  expect((await start.ended).code).toBe(1);
  expect(start.printed()).toContain('The database cannot be reached: nothing listens at its address.');
});

/**
 * Ctrl-C reaches npm's shell too, and some shells then report the signal whatever the program says; so it is what the
 * program says that counts.
 */
async function closedByCtrlC(start: Command): Promise<void> {
  start.pressCtrlC();
  const { code, signal } = await start.ended;
  expect([0, 'SIGINT']).toContain(code ?? signal);
  expect(start.printed()).toMatch(/Koinon is closed\.\n$/);
}

async function askForMail(hub: string, email: string): Promise<void> {
  const answer = await fetch(`${hub}/c/harbour/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: hub },
    body: JSON.stringify({ email }),
  });
  expect(answer.status).toBe(202);
}

async function outbox(hub: string): Promise<unknown[]> {
  return (await (await fetch(`${hub}/api/outbox`)).json()) as unknown[];
}
