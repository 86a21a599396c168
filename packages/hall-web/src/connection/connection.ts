import { CLOSE, type ToBrowser } from '@koinon/hall/protocol';
import type { Clock } from '../clock.ts';
import { backoffMs } from './backoff.ts';
import { type Answer, Channel, type Question, type Refusal, type Socket } from './channel.ts';
import { Pulse } from './pulse.ts';

type Welcome = Extract<ToBrowser, { type: 'welcome' }>;

export interface ConnectionEvents {
  /** The hall knows this person; called again after every return. */
  onWelcome(welcome: Welcome): void;
  onMessage(message: ToBrowser): void;
  /** The connection was lost or could not be made; the next try is already planned. */
  onLost(): void;
  /** The hall closed the seat without an error: nothing is wrong, and there is no next try. */
  onDone(): void;
  /** The hall said no for good; there is no next try. */
  onRefused(code: FinalCode): void;
}

export interface ConnectionOptions {
  token: string;
  openSocket: () => Socket;
  clock: Clock;
  random?: () => number;
}

/** How long a socket may take to open and the hall to say welcome. */
const GREETING_MS = 8000;

const FINAL = ['unknown-token', 'meeting-ended', 'meeting-full', 'denied', 'replaced'] as const;
export type FinalCode = (typeof FINAL)[number];

/** Keeps one connection to the hall: says hello, listens for its pulse, and comes back by itself until `stop`. */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #events: ConnectionEvents;
  #channel: Channel | null = null;
  #pulse: Pulse | null = null;
  #attempt = 0;
  #cancelTimer = () => {};
  #stopped = true;

  constructor(options: ConnectionOptions, events: ConnectionEvents) {
    this.#options = options;
    this.#events = events;
  }

  start(): void {
    if (!this.#stopped) return;
    this.#stopped = false;
    this.#attempt = 0;
    this.#open();
  }

  /** Closes for good; `start` begins anew. */
  stop(): void {
    this.#stopped = true;
    this.#cancelTimer();
    this.#channel?.close();
  }

  /** Answered `lost` at once while there is no connection that was welcomed. */
  ask(question: Question): Promise<Answer> {
    const welcomed = this.#pulse !== null;
    if (welcomed && this.#channel !== null) return this.#channel.ask(question);
    return Promise.resolve({ ok: false, error: { code: 'lost', message: 'not connected' } });
  }

  /** The network may have changed (the page woke, the browser is online): look at once instead of later. */
  hurry(): void {
    if (this.#stopped) return;
    if (this.#pulse !== null) this.#pulse.check();
    else if (this.#channel === null) this.#open();
  }

  #open(): void {
    this.#cancelTimer();
    const channel = new Channel(this.#options.openSocket(), {
      onOpen: () => void this.#greet(channel),
      onMessage: (message) => this.#receive(message),
      onClosed: (code) => this.#lost(channel, code),
    });
    this.#channel = channel;
    this.#cancelTimer = this.#options.clock.after(GREETING_MS, () => channel.close());
  }

  async #greet(channel: Channel): Promise<void> {
    const answer = await channel.ask({ type: 'hello', token: this.#options.token });
    if (this.#channel !== channel) return;
    const refused = answer.ok ? null : finalCode(answer.error.code);
    if (refused !== null) return this.#refuse(refused);
    if (!answer.ok || answer.value.type !== 'welcome') return channel.close();
    this.#cancelTimer();
    this.#attempt = 0;
    this.#pulse = new Pulse(this.#options.clock, channel);
    this.#events.onWelcome(answer.value);
  }

  #receive(message: ToBrowser): void {
    this.#pulse?.heard();
    // An error that answers nothing is about the seat itself: denied, or replaced by another window.
    const code = message.type === 'error' && message.re === null ? finalCode(message.code) : null;
    if (code === null) this.#events.onMessage(message);
    else this.#refuse(code);
  }

  #refuse(code: FinalCode): void {
    this.stop();
    this.#events.onRefused(code);
  }

  #lost(channel: Channel, code: number | null): void {
    if (this.#channel !== channel) return;
    this.#channel = null;
    this.#pulse?.stop();
    this.#pulse = null;
    this.#cancelTimer();
    if (this.#stopped) return;
    if (code === CLOSE.replaced) this.#refuse('replaced');
    else if (code === CLOSE.done) this.#done();
    else this.#comeBack();
  }

  #done(): void {
    this.stop();
    this.#events.onDone();
  }

  #comeBack(): void {
    const delay = backoffMs(this.#attempt++, this.#options.random);
    this.#cancelTimer = this.#options.clock.after(delay, () => this.#open());
    this.#events.onLost();
  }
}

/** The code when it says that coming again is of no use. */
export function finalCode(code: Refusal['code']): FinalCode | null {
  return FINAL.find((final) => final === code) ?? null;
}
