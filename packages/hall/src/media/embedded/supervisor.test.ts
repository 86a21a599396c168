import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import pino from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { ManualClock } from '../../manual-clock.ts';
import { until } from '../contract/until.ts';
import { EngineLost, type MediaEngine } from '../engine.ts';
import { startEmbeddedEngine } from './engine.ts';

const settings = { host: '127.0.0.1', port: 0, announced: null, log: pino({ level: 'silent' }) };

const alive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('the media process', () => {
  let engine: MediaEngine | null = null;
  afterEach(async () => {
    await engine?.close();
    engine = null;
  });

  const start = async (clock = new ManualClock()) => {
    engine = await startEmbeddedEngine({ ...settings, clock });
    return { engine, clock };
  };
  const pidOf = (running: MediaEngine): number => {
    const { pid } = running.health();
    if (pid === null) throw new Error('there is no media process');
    return pid;
  };

  it('ends with the engine, and is not started again', async () => {
    const { engine, clock } = await start();
    const pid = pidOf(engine);
    await engine.close();
    clock.advance(60_000);
    expect(alive(pid)).toBe(false);
    expect(engine.health()).toEqual({ ready: false, pid: null, restarts: 0, rooms: 0, peers: 0 });
    await expect(engine.createRoom('late')).rejects.toThrow(EngineLost);
  });

  it('is ended and started again when it hangs', async () => {
    const { engine, clock } = await start();
    const states: string[] = [];
    engine.onState((state) => states.push(state));
    const pid = pidOf(engine);
    process.kill(pid, 'SIGSTOP');
    const asked = engine.createRoom('hung');
    const refused = expect(asked).rejects.toThrow(new EngineLost('the media process does not answer'));
    clock.advance(2_000); // a ping goes out
    clock.advance(5_000); // and is given up
    await refused;
    await until(() => states.includes('lost'));
    expect(alive(pid)).toBe(false);
    clock.advance(0);
    await until(() => states.includes('ready'));
    expect(engine.health()).toMatchObject({ ready: true, restarts: 1 });
  });

  it('waits longer before each start when it dies again and again', async () => {
    const { engine, clock } = await start();
    for (const delayMs of [0, 250, 500]) {
      const { restarts } = engine.health();
      process.kill(pidOf(engine), 'SIGKILL');
      await until(() => !engine.health().ready);
      if (delayMs > 0) clock.advance(delayMs - 1);
      expect(engine.health().restarts).toBe(restarts);
      clock.advance(1);
      await until(() => engine.health().ready);
      expect(engine.health().restarts).toBe(restarts + 1);
    }
  });

  it('lets the signals of a terminal and a service manager pass', async () => {
    const { engine } = await start();
    const pid = pidOf(engine);
    process.kill(pid, 'SIGINT');
    process.kill(pid, 'SIGTERM');
    await engine.createRoom('still there');
    expect(pidOf(engine)).toBe(pid);
  });

  it('ends by itself when the hall is killed', async () => {
    const script = `
      import { startEmbeddedEngine } from ${JSON.stringify(new URL('./engine.ts', import.meta.url).href)};
      const log = { warn() {}, error() {} };
      const engine = await startEmbeddedEngine({ host: '127.0.0.1', port: 0, announced: null, log });
      console.log(engine.health().pid);
    `;
    const hall = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const pid = await new Promise<number>((resolve) => {
      createInterface(hall.stdout).once('line', (line) => resolve(Number(line)));
    });
    expect(alive(pid)).toBe(true);
    hall.kill('SIGKILL');
    await until(() => !alive(pid));
  });
});
