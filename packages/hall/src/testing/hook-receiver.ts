import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type HookEvent, isSignedCallback, type OtherHookEvent, readHookBody } from '@koinon/bbb-api';
import { SECRET } from './test-hall.ts';

export interface HookTold {
  body: string;
  event: HookEvent | OtherHookEvent;
}

/** A front end's address for hooks and callbacks of the end, over real HTTP. */
export class HookReceiver {
  readonly told: HookTold[] = [];
  /** Addresses that were fetched, as the end callback is. */
  readonly fetched: string[] = [];
  /** Called before each answer. */
  onTold: () => void = () => undefined;
  readonly #server: Server;
  #changed: (() => void)[] = [];

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<HookReceiver> {
    const server = createServer();
    const receiver = new HookReceiver(server);
    server.on('request', async (request, response) => {
      const url = new URL(request.url ?? '', receiver.url);
      if (request.method === 'GET') receiver.fetched.push(url.href);
      else receiver.#take(url, String(Buffer.concat(await request.toArray())));
      receiver.onTold();
      response.end();
      for (const wake of receiver.#changed.splice(0)) wake();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hook?room=1`;
  }

  /** What was told so far, as `user-joined Ann`. */
  get lines(): string[] {
    return this.told.map(({ event }) => ('user' in event ? `${event.id} ${event.user.name}` : event.id));
  }

  async until(isEnough: () => boolean): Promise<void> {
    const end = Date.now() + 8_000;
    while (!isEnough()) {
      if (Date.now() > end) throw new Error(`Waited in vain; told ${JSON.stringify(this.lines)}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 500);
        this.#changed.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #take(url: URL, body: string): void {
    const checksum = url.searchParams.get('checksum') ?? '';
    if (!isSignedCallback(this.url, body, checksum, SECRET)) throw new Error('A hook was not signed.');
    for (const event of readHookBody(body).events) this.told.push({ body, event });
  }
}
