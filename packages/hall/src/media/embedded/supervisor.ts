import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Logger } from 'pino';
import type { Cancel, Clock } from '../../clock.ts';
import { EngineLost } from '../engine.ts';
import { Backoff } from './backoff.ts';
import { type ChildEvent, isFromChild, type Request } from './ipc.ts';
import { PendingRequests } from './pending.ts';

const pingEveryMs = 2_000;
const startMs = 10_000;

export interface SupervisorEvents {
  onEvent(event: ChildEvent): void;
  onState(state: 'lost' | 'ready'): void;
}

/** Keeps one child process running: starts it again when it dies, and ends it when it hangs. */
export class Supervisor {
  restarts = 0;
  private child: ChildProcess | null = null;
  private readySinceMs: number | null = null;
  private closing = false;
  private cancelNext: Cancel = () => {};
  private readonly pending: PendingRequests;
  private readonly backoff = new Backoff();

  private readonly spawn: () => ChildProcess;
  private readonly clock: Clock;
  private readonly log: Logger;
  private readonly events: SupervisorEvents;

  constructor(spawn: () => ChildProcess, clock: Clock, log: Logger, events: SupervisorEvents) {
    this.spawn = spawn;
    this.clock = clock;
    this.log = log;
    this.events = events;
    this.pending = new PendingRequests(clock);
  }

  get ready(): boolean {
    return this.readySinceMs !== null;
  }

  get pid(): number | null {
    return this.ready ? (this.child?.pid ?? null) : null;
  }

  /** Starts the child for the first time; rejects when it cannot work, and then does not try again. */
  async start(): Promise<void> {
    try {
      await this.launch();
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  /** Rejects with EngineLost while there is no child, or when it dies or does not answer. */
  request(request: Request): Promise<string | null> {
    const { child } = this;
    if (!child || !this.ready) return Promise.reject(new EngineLost('the media process is starting'));
    return this.pending.ask((id) => child.send({ id, request }, () => {}));
  }

  async close(): Promise<void> {
    this.closing = true;
    this.cancelNext();
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL'); // it holds nothing that needs an orderly end
    await gone;
  }

  private launch(): Promise<void> {
    const child = this.spawn();
    this.child = child;
    return new Promise((resolve, reject) => {
      const cancelStart = this.clock.after(startMs, () => child.kill('SIGKILL'));
      child.on('message', (message) => {
        if (!isFromChild(message)) return;
        if (message.type === 'ready') {
          cancelStart();
          this.becomeReady();
          resolve();
        } else if (message.type === 'unable') {
          reject(new Error(message.reason));
          child.kill('SIGKILL');
        } else if ('id' in message) {
          this.pending.settle(message);
        } else {
          this.events.onEvent(message);
        }
      });
      child.on('error', (error) => this.log.error({ err: error }, 'media process'));
      child.on('exit', (code, signal) => {
        cancelStart();
        reject(new Error(`the media process ended (${signal ?? code})`));
        this.gone(code, signal);
      });
    });
  }

  private becomeReady(): void {
    this.readySinceMs = this.clock.now();
    this.pingLater();
    if (this.restarts > 0) this.events.onState('ready');
  }

  private gone(code: number | null, signal: NodeJS.Signals | null): void {
    this.cancelNext();
    const livedMs = this.readySinceMs === null ? 0 : this.clock.now() - this.readySinceMs;
    const wasReady = this.ready;
    this.readySinceMs = null;
    this.child = null;
    this.pending.abandon();
    if (this.closing) return;
    this.log.error({ code, signal, livedMs }, 'the media process ended');
    const started = wasReady || this.restarts > 0;
    if (wasReady) this.events.onState('lost');
    if (started) this.launchAgain(this.backoff.next(livedMs));
  }

  private launchAgain(delayMs: number): void {
    this.cancelNext = this.clock.after(delayMs, () => {
      this.restarts++;
      this.launch().catch((error: unknown) =>
        this.log.error({ err: error }, 'the media process did not start'),
      );
    });
  }

  private pingLater(): void {
    this.cancelNext = this.clock.after(pingEveryMs, () => {
      const { child } = this;
      this.request({ method: 'ping' }).then(
        () => this.ready && child === this.child && this.pingLater(),
        () => child?.kill('SIGKILL'), // it hangs, or is dead already
      );
    });
  }
}
