import { type ErrorCode, type FromBrowser, ToBrowser } from '@koinon/hall/protocol';

type WithoutNumber<T> = T extends unknown ? Omit<T, 're'> : never;
/** What may be asked of the hall; the channel adds the number. */
export type Question = WithoutNumber<FromBrowser>;

/** Why there is no good answer: the hall's own word, or `lost` when the connection went before the answer came. */
export interface Refusal {
  code: ErrorCode | 'lost';
  message: string;
}
export type Answer = { ok: true; value: ToBrowser } | { ok: false; error: Refusal };

/** The four things that the channel needs of a WebSocket. */
export type Socket = Pick<WebSocket, 'send' | 'close' | 'addEventListener'>;

export interface ChannelEvents {
  onOpen(): void;
  /** Every message of a known type in the order of arrival, answers included. */
  onMessage(message: ToBrowser): void;
  /** Once, after the last message, with the other side's code. All open questions are answered `lost` before it. */
  onClosed(code: number | null): void;
}

/** One WebSocket to the hall: numbers the questions and brings each its answer. */
export class Channel {
  readonly #socket: Socket;
  readonly #events: ChannelEvents;
  readonly #open = new Map<number, (answer: Answer) => void>();
  #next = 1;
  #closed = false;

  constructor(socket: Socket, events: ChannelEvents) {
    this.#socket = socket;
    this.#events = events;
    socket.addEventListener('open', () => {
      if (!this.#closed) events.onOpen();
    });
    socket.addEventListener('message', (event) => this.#receive(event.data));
    socket.addEventListener('close', (event) => this.#end(event.code));
  }

  ask(question: Question): Promise<Answer> {
    if (this.#closed) return Promise.resolve(lost());
    const re = this.#next++;
    return new Promise((resolve) => {
      this.#open.set(re, resolve);
      this.#socket.send(JSON.stringify({ ...question, re }));
    });
  }

  /** Ends the channel from this side; what the socket still brings is not heard. */
  close(): void {
    this.#end(null);
  }

  #end(code: number | null): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#socket.close();
    for (const answer of this.#open.values()) answer(lost());
    this.#open.clear();
    this.#events.onClosed(code);
  }

  #receive(data: unknown): void {
    if (this.#closed) return;
    const message = parse(data);
    if (message === null) return;
    this.#events.onMessage(message);
    const re = 're' in message ? message.re : null;
    if (re === null) return;
    const answer = this.#open.get(re);
    this.#open.delete(re);
    answer?.(
      message.type === 'error'
        ? { ok: false, error: { code: message.code, message: message.message } }
        : { ok: true, value: message },
    );
  }
}

/** A newer hall may say things that this page does not know: they are passed over. */
function parse(data: unknown): ToBrowser | null {
  if (typeof data !== 'string') return null;
  try {
    return ToBrowser.safeParse(JSON.parse(data)).data ?? null;
  } catch {
    return null;
  }
}

function lost(): Answer {
  return { ok: false, error: { code: 'lost', message: 'the connection was lost' } };
}
