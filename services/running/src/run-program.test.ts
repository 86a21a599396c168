import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

const module = JSON.stringify(new URL('./index.ts', import.meta.url).href);

/** A real program around `runProgram`; `body` is the start function. */
function program(body: string) {
  const source = `const { runProgram, CannotStart } = await import(${module});
    const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    await runProgram(async (circumstances) => { ${body} });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const ended = once(child, 'exit').then(([code, signal]) => ({ code, signal }));
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error('The program has no output.');
  return { child, stdout, ended, output: text(stdout), errors: text(stderr) };
}

const OPEN = `console.log('open'); return { close: async () => { await pause(300); console.log('closed'); } }`;

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s three times at once closes it once, with exit code 0',
  async (signal) => {
    const { child, stdout, ended, output } = program(OPEN);
    await once(stdout, 'data');
    for (let times = 0; times < 3; times += 1) child.kill(signal);
    expect(await ended).toEqual({ code: 0, signal: null });
    expect((await output).match(/closed/g)).toHaveLength(1);
  },
);

test('a signal during the start is obeyed after it', async () => {
  const { child, stdout, ended, output } = program(`console.log('starting'); await pause(300); ${OPEN}`);
  await once(stdout, 'data');
  child.kill('SIGINT');
  expect(await ended).toEqual({ code: 0, signal: null });
  expect(await output).toContain('closed');
});

test('it closes when the program that started it is gone', async () => {
  const { child, stdout, ended, output } = program(OPEN);
  await once(stdout, 'data');
  child.disconnect();
  expect(await ended).toEqual({ code: 0, signal: null });
  expect(await output).toContain('closed');
});

test('what hinders the start is told in two lines', async () => {
  const { ended, errors } = program(
    `setInterval(() => {}, 1000); throw new CannotStart('It is late.', 'Go home.');`,
  );
  expect(await ended).toEqual({ code: 1, signal: null });
  expect(await errors).toBe('\nIt is late.\nGo home.\n');
});

test('a bug keeps its trace', async () => {
  const { ended, errors } = program('return undefined.nothing;');
  expect(await ended).toEqual({ code: 1, signal: null });
  expect(await errors).toContain("TypeError: Cannot read properties of undefined (reading 'nothing')");
});
