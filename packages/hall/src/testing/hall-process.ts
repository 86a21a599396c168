import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** A hall in a process of its own, to be killed. */
export class HallProcess {
  readonly url: URL;
  readonly api: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, started: { url: string; api: string }) {
    this.#child = child;
    this.url = new URL(started.url);
    this.api = started.api;
  }

  static async start(dataDir: string): Promise<HallProcess> {
    const child = fork(new URL('./hall-process-main.ts', import.meta.url), [dataDir], { execArgv: [] });
    const [started] = (await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(() => [{ failed: 'The process ended.' }]),
    ])) as [{ url: string; api: string } | { failed: string }];
    if ('failed' in started) throw new Error(started.failed);
    return new HallProcess(child, started);
  }

  /** Lets the hall believe that so much time went by at once. */
  skip(ms: number): void {
    this.#child.send({ skip: ms });
  }

  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill('SIGKILL');
    await once(this.#child, 'exit');
  }
}
