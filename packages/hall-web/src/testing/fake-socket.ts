import type { FromBrowser, ToBrowser } from '@koinon/hall/protocol';
import type { Socket } from '../connection/channel.ts';

type Heard = FromBrowser['type'];

/** The hall's end of a WebSocket, played by a test. */
export class FakeSocket extends EventTarget implements Socket {
  readonly sent: FromBrowser[] = [];
  closed = false;

  send(data: unknown): void {
    this.sent.push(JSON.parse(String(data)));
  }

  /** From either side; `code` is the hall's. */
  close(code = 1006): void {
    if (this.closed) return;
    this.closed = true;
    this.dispatchEvent(Object.assign(new Event('close'), { code }));
  }

  /** The connection stands. */
  open(): void {
    this.dispatchEvent(new Event('open'));
  }

  say(message: ToBrowser | object): void {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) }));
  }

  sayText(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }

  /** The last message of that type, which the test is about to answer. */
  last<T extends Heard>(type: T): Extract<FromBrowser, { type: T }> {
    const found = this.sent.findLast((message) => message.type === type);
    if (found === undefined)
      throw new Error(`${type} was not said; said were ${this.sent.map((m) => m.type)}`);
    return found as Extract<FromBrowser, { type: T }>;
  }

  count(type: Heard): number {
    return this.sent.filter((message) => message.type === type).length;
  }
}
