import type { ToBrowser } from '@koinon/hall/protocol';
import { browserClock, type Clock } from '../clock.ts';
import type { Socket } from '../connection/channel.ts';
import { Connection, finalCode } from '../connection/connection.ts';
import { type LocalMedia, outgoing } from '../devices/local-media.ts';
import { deviceState } from '../devices/state.ts';
import { MediaLink } from '../media/media-link.ts';
import type { Tracks } from '../media/subscriber.ts';
import { createStore, type Store } from '../store.ts';
import { messageId } from './message-id.ts';
import { type Happening, reduce } from './reduce.ts';
import { beforeTheMeeting, type Line, type Meeting } from './state.ts';

export interface SessionParts {
  token: string;
  openSocket: () => Socket;
  createConnection: (configuration: RTCConfiguration) => RTCPeerConnection;
  local: LocalMedia;
  clock?: Clock;
}

/** How long to wait before something is said again that came too fast. */
const SLOW_DOWN_MS = 1500;

/**
 * One person's visit: ties the connection, the media and the devices to the store that the page shows. Every method
 * is an act of the person; what comes of it is seen in the store.
 */
export class Session {
  readonly store: Store<Meeting> = createStore(beforeTheMeeting);
  readonly tracks: Store<Tracks> = createStore<Tracks>(new Map());
  readonly local: LocalMedia;
  readonly #token: string;
  readonly #clock: Clock;
  readonly #connection: Connection;
  readonly #media: MediaLink;
  #told = '';
  #devicesOpened = false;
  #endsIt = false;

  constructor(parts: SessionParts) {
    this.local = parts.local;
    this.#token = parts.token;
    this.#clock = parts.clock ?? browserClock;
    this.#connection = new Connection(
      { token: parts.token, openSocket: parts.openSocket, clock: this.#clock },
      {
        onWelcome: () => this.#welcomed(),
        onMessage: (message) => this.#hear(message),
        onLost: () => {
          this.#media.rest();
          this.#note({ type: 'here:lost' });
        },
        onDone: () => this.#over({ type: 'here:left' }),
        onRefused: (code) => this.#over({ type: 'here:refused', code }),
      },
    );
    this.#media = new MediaLink({
      ask: (question) => this.#connection.ask(question),
      createConnection: () =>
        parts.createConnection({ iceServers: this.#iceServers(), bundlePolicy: 'max-bundle' }),
      clock: this.#clock,
      onTracks: (tracks) => this.tracks.set(tracks),
      onState: (media) => this.#note({ type: 'here:media', media }),
    });
    this.local.store.subscribe(() => this.#devicesChanged());
  }

  /** For measuring only: the two peer connections as they are now. */
  get peerConnections(): MediaLink['connections'] {
    return this.#media.connections;
  }

  /** Goes to the door. Without a token there is none. */
  start(): void {
    if (this.#token === '') this.#over({ type: 'here:refused', code: 'unknown-token' });
    else this.#connection.start();
  }

  /** The page woke up or the network came back. */
  hurry(): void {
    this.#connection.hurry();
  }

  async enter(): Promise<void> {
    if (this.store.get().entering) return;
    this.#note({ type: 'here:entering' });
    await this.#askToEnter();
  }

  /** Leaves for oneself. The hall is told, so that the others do not wait for a return. */
  async leave(): Promise<void> {
    const told = this.#connection.ask({ type: 'leave' });
    this.#over({ type: 'here:left' });
    // A leave that the network swallows ends by itself when the kept seat runs out.
    await Promise.race([told, new Promise<void>((resolve) => this.#clock.after(1000, resolve))]);
    if (this.store.get().phase === 'over') this.#connection.stop();
  }

  /** Back to the door by the same link, after leaving or losing the seat. */
  comeAgain(): void {
    this.#connection.stop();
    this.#note({ type: 'here:again' });
    this.#connection.start();
  }

  /** Moderators only. True when the hall did it; the `ended` that follows changes the page. */
  async endForAll(): Promise<boolean> {
    this.#endsIt = true;
    this.#endsIt = (await this.#connection.ask({ type: 'end' })).ok;
    return this.#endsIt;
  }

  say(text: string): void {
    const id = messageId(this.#clock.now());
    this.#note({ type: 'here:wrote', id, text, at: new Date(this.#clock.now()).toISOString() });
    void this.#sendLine(id, text);
  }

  /** Sends a line again that the hall refused. */
  sayAgain(line: Line): void {
    this.#note({ type: 'here:wrote', id: line.id, text: line.text, at: line.at });
    void this.#sendLine(line.id, line.text);
  }

  raiseHand(up: boolean): void {
    void this.#connection.ask({ type: 'hand', up });
  }

  async admit(ids: string[]): Promise<void> {
    const answer = await this.#connection.ask({ type: 'admit', ids });
    if (!answer.ok && answer.error.code === 'meeting-full') this.#note({ type: 'here:full' });
  }

  deny(ids: string[]): void {
    void this.#connection.ask({ type: 'deny', ids });
  }

  /** The chat came onto the screen or left it. */
  seeChat(seen: boolean): void {
    this.#note({ type: 'here:chat-seen', seen });
  }

  /** Known to the hall, again or for the first time: only then is it worth asking for camera and microphone. */
  #welcomed(): void {
    const { phase, entering } = this.store.get();
    if (phase === 'meeting' || phase === 'lobby' || entering) void this.#askToEnter();
    if (this.#devicesOpened) return;
    this.#devicesOpened = true;
    void this.local.open();
  }

  async #askToEnter(): Promise<void> {
    const answer = await this.#connection.ask({ type: 'enter', ...this.#devices() });
    // A connection lost on the way is asked again when it is back.
    if (answer.ok || answer.error.code === 'lost') return;
    const code = finalCode(answer.error.code);
    if (code !== null) this.#over({ type: 'here:refused', code });
    else if (this.store.get().phase === 'door') this.#note({ type: 'here:not-entered' });
    else this.#clock.after(SLOW_DOWN_MS, () => void this.#askToEnter());
  }

  #hear(message: ToBrowser): void {
    const before = this.store.get().phase;
    if (message.type !== 'ended') this.#note(message);
    switch (message.type) {
      case 'entered':
        this.#told = JSON.stringify(this.#devices());
        this.#media.start();
        this.#media.send(outgoing(this.local.store.get()));
        for (const line of this.store.get().chat) {
          if (line.state === 'sending') void this.#sendLine(line.id, line.text);
        }
        break;
      case 'offer':
        if (before === 'meeting') this.#media.take(message);
        break;
      case 'media-lost':
        this.#media.lost();
        break;
      case 'ended':
        this.#over(this.#endsIt ? { type: 'here:ended' } : message);
        break;
    }
  }

  async #sendLine(id: string, text: string): Promise<void> {
    const answer = await this.#connection.ask({ type: 'chat', id, text });
    if (answer.ok || answer.error.code === 'lost') return;
    if (answer.error.code === 'too-fast')
      this.#clock.after(SLOW_DOWN_MS, () => void this.#sendLine(id, text));
    else this.#note({ type: 'here:chat-refused', id });
  }

  #devicesChanged(): void {
    if (this.store.get().phase !== 'meeting') return;
    this.#media.send(outgoing(this.local.store.get()));
    const devices = this.#devices();
    const told = JSON.stringify(devices);
    if (told === this.#told) return;
    this.#told = told;
    void this.#connection.ask({ type: 'devices', ...devices });
  }

  #devices() {
    const { mic, camera } = this.local.store.get();
    return { mic: deviceState(mic), camera: deviceState(camera) };
  }

  #over(happening: Happening): void {
    this.#media.stop();
    this.local.close();
    this.#devicesOpened = false;
    if (happening.type !== 'here:left') this.#connection.stop();
    this.#note(happening);
  }

  #iceServers(): RTCIceServer[] {
    const servers = this.store.get().welcome?.meeting.iceServers ?? [];
    return servers.map(({ urls, username, credential }) => ({
      urls,
      ...(username === undefined ? {} : { username }),
      ...(credential === undefined ? {} : { credential }),
    }));
  }

  #note(happening: Happening): void {
    this.store.set(reduce(this.store.get(), happening));
  }
}
