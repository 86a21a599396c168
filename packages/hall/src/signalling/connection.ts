import type { WebSocket } from 'ws';
import type { Clock } from '../clock.ts';
import { CLOSE, type ErrorCode, type ToBrowser } from '../protocol/index.ts';
import type { Listener, Stage } from './listener.ts';
import type { LiveMeeting } from './live-meeting.ts';
import { Allowance } from './rate.ts';

/** A browser that reads slower than this many bytes behind is closed: nothing is buffered without bound. */
const BEHIND_BYTES = 4_000_000;
const MESSAGES = { burst: 60, perSecond: 20 };
const CHAT = { burst: 10, perSecond: 1 };

/** One browser's WebSocket and what it has shown so far. */
export class Connection implements Listener {
  stage: Stage = 'new';
  /** Where `hello` led. */
  live: LiveMeeting | null = null;
  seatId: string | null = null;
  /** The number of an `enter` that is not answered yet. */
  entering: number | null = null;
  /** The last sign of life, milliseconds since 1970. */
  lastSeen: number;
  /** When a connection that ended without a word is thought to have been lost. */
  diedAt: number | null = null;
  readonly messages: Allowance;
  readonly chat: Allowance;
  readonly #socket: WebSocket;

  constructor(socket: WebSocket, clock: Clock) {
    this.#socket = socket;
    this.lastSeen = clock.now();
    this.messages = new Allowance(MESSAGES, this.lastSeen);
    this.chat = new Allowance(CHAT, this.lastSeen);
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  send(message: ToBrowser): void {
    this.sendText(JSON.stringify(message));
  }

  /** Sends what was written once for many. */
  sendText(text: string): void {
    if (!this.isOpen) return;
    if (this.#socket.bufferedAmount > BEHIND_BYTES) {
      this.close(CLOSE.tooSlow, 'too far behind');
      this.#socket.terminate();
      return;
    }
    this.#socket.send(text);
  }

  refuse(re: number | null, code: ErrorCode, message: string): void {
    this.send({ type: 'error', re, code, message });
  }

  ok(re: number): void {
    this.send({ type: 'ok', re });
  }

  ping(): void {
    if (this.isOpen) this.#socket.ping();
  }

  close(code: number, reason = ''): void {
    if (this.isOpen) this.#socket.close(code, reason);
  }

  /** Cuts a connection that gave no sign of life for too long. */
  declareDead(): void {
    this.diedAt = this.lastSeen;
    this.#socket.terminate();
  }
}
