import { WebSocket } from 'ws';
import type { FromBrowser, ToBrowser } from '../protocol/index.ts';

type Unnumbered = FromBrowser extends infer M ? (M extends FromBrowser ? Omit<M, 're'> : never) : never;
type Received<T extends ToBrowser['type']> = Extract<ToBrowser, { type: T }>;

const PATIENCE_MS = 5_000;

/** A meeting page without a page: speaks the protocol over a real WebSocket and remembers what it hears. */
export class TestBrowser {
  readonly heard: ToBrowser[] = [];
  closed: { code: number; reason: string } | null = null;
  readonly #socket: WebSocket;
  #re = 0;
  #changed: (() => void)[] = [];

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => {
      this.heard.push(JSON.parse(String(data)) as ToBrowser);
      this.#wake();
    });
    socket.on('close', (code, reason) => {
      this.closed = { code, reason: String(reason) };
      this.#wake();
    });
    socket.on('error', () => undefined);
  }

  static async open(hallUrl: URL, headers: Record<string, string> = {}, ca?: Buffer): Promise<TestBrowser> {
    const url = new URL('/ws', hallUrl);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(url, { headers: { origin: hallUrl.origin, ...headers }, ca });
    const browser = new TestBrowser(socket);
    await new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    return browser;
  }

  /** Opens, says hello and enters, as after pressing "enter". */
  static async enter(hallUrl: URL, token: string): Promise<TestBrowser> {
    const browser = await TestBrowser.open(hallUrl);
    await browser.ask({ type: 'hello', token });
    await browser.ask({ type: 'enter', mic: 'on', camera: 'off' });
    return browser;
  }

  /** Sends a message and gives what answers it: `ok`, `error`, `welcome` ... */
  async ask(message: Unnumbered): Promise<ToBrowser> {
    this.#re += 1;
    const re = this.#re;
    this.say({ ...message, re });
    return this.hear((heard) => 're' in heard && heard.re === re);
  }

  /** Sends anything at all. */
  say(message: unknown): void {
    this.#socket.send(
      typeof message === 'string' || Buffer.isBuffer(message) ? message : JSON.stringify(message),
    );
  }

  /** Waits for a message of that type, also one heard before, that satisfies the condition. */
  async next<T extends ToBrowser['type']>(
    type: T,
    is: (message: Received<T>) => boolean = () => true,
  ): Promise<Received<T>> {
    const heard = await this.hear((message) => message.type === type && is(message as Received<T>));
    return heard as Received<T>;
  }

  async hear(is: (message: ToBrowser) => boolean): Promise<ToBrowser> {
    return this.#until(() => this.heard.find(is), 'a message');
  }

  async closing(): Promise<{ code: number; reason: string }> {
    return this.#until(() => this.closed ?? undefined, 'the end of the connection');
  }

  /** Forgets what was heard so far. */
  forget(): void {
    this.heard.length = 0;
  }

  close(): void {
    this.#socket.close();
  }

  /** Breaks the connection as a lost network does. */
  cut(): void {
    this.#socket.terminate();
  }

  /** Stops or goes on reading, as a browser does that is too slow. */
  pause(): void {
    this.#socket.pause();
  }

  async #until<T>(find: () => T | undefined, what: string): Promise<T> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const found = find();
      if (found !== undefined) return found;
      const left = end - Date.now();
      if (left <= 0) {
        throw new Error(`Waited in vain for ${what}; heard ${JSON.stringify(this.heard).slice(0, 2000)}`);
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#changed.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  #wake(): void {
    const changed = this.#changed;
    this.#changed = [];
    for (const wake of changed) wake();
  }
}
