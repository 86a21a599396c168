import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Unlisten } from '../database.ts';
import { Lane } from '../lane.ts';

const retryMs = 1_000;

/**
 * The one connection that stays: it hears NOTIFY and holds the advisory locks of the tasks that this
 * process leads. When it is lost it is made anew, the channels are heard again, and every listener
 * gets an empty payload, because something may have been missed.
 */
export class StandingWire {
  readonly #url: string;
  readonly #heard = new Map<string, Set<(payload: string) => void>>();
  readonly #leading = new Set<string>();
  #client: Promise<pg.Client> | null = null;
  readonly #lane = new Lane();
  #closed = false;

  constructor(url: string) {
    this.#url = url;
  }

  listen(channel: string, heard: (payload: string) => void): Promise<Unlisten> {
    return this.#lane.run(() => this.#listen(channel, heard));
  }

  lead(task: string): Promise<boolean> {
    return this.#lane.run(() => this.#lead(task));
  }

  async #listen(channel: string, heard: (payload: string) => void): Promise<Unlisten> {
    const client = await this.#connected();
    const listeners = this.#heard.get(channel) ?? new Set();
    if (listeners.size === 0) await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    this.#heard.set(channel, listeners.add(heard));
    return async () => {
      listeners.delete(heard);
    };
  }

  async #lead(task: string): Promise<boolean> {
    const client = await this.#connected();
    if (this.#leading.has(task)) {
      await client.query('select 1');
      return this.#leading.has(task);
    }
    const key = createHash('sha256').update(task).digest().readBigInt64BE(0).toString();
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [key]);
    if (rows[0]?.mine) this.#leading.add(task);
    return this.#leading.has(task);
  }

  async close(): Promise<void> {
    this.#closed = true;
    const client = await this.#client?.catch(() => null);
    await client?.end();
  }

  #connected(): Promise<pg.Client> {
    this.#client ??= this.#connect();
    return this.#client;
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: 'koinon wire',
      keepAlive: true,
      query_timeout: 10_000,
    });
    const lost = () => {
      this.#leading.clear();
      this.#client = null;
      if (!this.#closed) setTimeout(() => this.#again(), retryMs).unref();
    };
    client.on('notification', ({ channel, payload }) => {
      for (const heard of this.#heard.get(channel) ?? []) heard(payload ?? '');
    });
    client.on('error', () => undefined);
    client.once('end', lost);
    try {
      await client.connect();
      for (const channel of this.#heard.keys()) await client.query(`listen ${pg.escapeIdentifier(channel)}`);
      return client;
    } catch (error) {
      client.removeListener('end', lost);
      await client.end().catch(() => undefined);
      lost();
      throw error;
    }
  }

  #again(): void {
    if (this.#closed || this.#client) return;
    this.#connected().then(
      () => {
        for (const listeners of this.#heard.values()) for (const heard of listeners) heard('');
      },
      () => undefined,
    );
  }
}
