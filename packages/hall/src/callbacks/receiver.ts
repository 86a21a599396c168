import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Received {
  method: string;
  /** Path and query. */
  target: string;
  body: string;
}

/** A real server for tests that stands for a front end: it keeps what it got and answers as told. */
export class Receiver {
  readonly received: Received[] = [];
  /** The status of the next answers; null: no answer, the connection breaks. */
  status: number | null = 200;
  readonly #server: Server;
  #arrived: (() => void)[] = [];

  private constructor() {
    this.#server = createServer(async (request, response) => {
      const body = await text(request);
      this.received.push({ method: request.method ?? '', target: request.url ?? '', body });
      if (this.status === null) request.socket.destroy();
      else response.writeHead(this.status, { location: '/elsewhere' }).end('thanks');
      for (const wake of this.#arrived.splice(0)) wake();
    });
  }

  static async listen(): Promise<Receiver> {
    const receiver = new Receiver();
    await new Promise<void>((resolve) => receiver.#server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  url(path: string): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}${path}`;
  }

  /** Resolves when so many requests have come in all. */
  async arrived(count: number): Promise<Received[]> {
    while (this.received.length < count) await new Promise<void>((resolve) => this.#arrived.push(resolve));
    return this.received;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
