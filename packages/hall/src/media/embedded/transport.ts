import { randomBytes } from 'node:crypto';
import type { PeerConnection, Track } from 'node-datachannel';
import ndc from 'node-datachannel';
import { nativeSdp } from './sdp/native.ts';
import type { TransportDescription } from './sdp/session.ts';
import type { Site } from './site.ts';

/** Of packets that we failed on, so many are told of: a bug must be seen, and not fill the disk. */
const toldFaults = 20;
let faults = 0;

export interface TransportEvents {
  /** One RTP or RTCP packet, decrypted. */
  onPacket(packet: Buffer): void;
  onOpen(): void;
  /** ICE or DTLS gave up. */
  onFailed(): void;
  /** The browser closed it. */
  onGone(): void;
}

/**
 * One ICE and DTLS-SRTP connection to a browser. The native peer connection knows a single dummy m-line, so that every
 * packet of any SSRC arrives here and renegotiation never touches native code, where a call in the wrong state ends the
 * process. That is also why this class has states of its own: each native call is made from one state only.
 *
 * Our user name, password and certificate are chosen before there is any native object, so that it can always be made
 * as the one who answers, even where the browser answers us: libdatachannel 0.24 starts DTLS as soon as ICE connects,
 * and if it had offered, a quick browser would be refused because its fingerprint is not stored yet.
 */
export class Transport {
  readonly local: Omit<TransportDescription, 'setup'>;
  private state: 'new' | 'connecting' | 'open' | 'closed' = 'new';
  private native: PeerConnection | null = null;
  private track: Track | null = null;

  private readonly name: string;
  private readonly site: Site;
  private readonly events: TransportEvents;

  constructor(name: string, site: Site, events: TransportEvents) {
    this.name = name;
    this.site = site;
    this.events = events;
    this.local = {
      ufrag: randomBytes(6).toString('hex'),
      pwd: randomBytes(16).toString('hex'),
      fingerprint: site.certificate.fingerprint,
    };
  }

  get isOpen(): boolean {
    return this.state === 'open';
  }

  /**
   * Waits for the browser that described itself so (checked by readSdp); its `setup` says who begins DTLS. The browser
   * finds the hall by the hall's candidates, so its own are not needed.
   */
  connect(remote: TransportDescription): void {
    if (this.state !== 'new') throw new TypeError(`the transport is ${this.state}, not new`);
    if (remote.setup === 'actpass') throw new TypeError('the DTLS roles are not settled');
    this.state = 'connecting';
    const native = this.makeNative();
    native.setRemoteDescription(nativeSdp(remote), 'offer');
    native.setLocalDescription('answer', { iceUfrag: this.local.ufrag, icePwd: this.local.pwd });
  }

  /** Sends one RTP or RTCP packet; the bytes are copied before it returns. Dropped unless open. */
  send(packet: Buffer): void {
    if (this.state !== 'open') return;
    try {
      this.track?.sendMessageBinary(packet);
    } catch {
      // The native side closed a moment ago and its event is still on the way.
    }
  }

  close(): void {
    if (this.state === 'closed') return;
    this.state = 'closed';
    this.track?.close();
    this.native?.close();
  }

  private makeNative(): PeerConnection {
    const { socket, certificate } = this.site;
    const native = new ndc.PeerConnection(this.name, {
      iceServers: [],
      bindAddress: socket.host,
      enableIceUdpMux: true,
      portRangeBegin: socket.port,
      portRangeEnd: socket.port,
      certificatePemFile: certificate.pem,
      keyPemFile: certificate.keyPem,
      disableAutoNegotiation: true,
      forceMediaTransport: true,
    });
    native.onTrack((track) => this.adopt(track));
    native.onStateChange((reached) => {
      if (this.state === 'closed') return;
      if (reached === 'failed') this.events.onFailed();
      else if (reached === 'disconnected' || reached === 'closed') this.events.onGone();
    });
    this.native = native; // kept: the native side ends with its last reference
    return native;
  }

  private adopt(track: Track): void {
    if (this.state === 'closed') return;
    this.track = track;
    track.onMessage((packet) => {
      if (this.state !== 'closed') this.take(packet);
    });
    track.onOpen(() => this.opened());
    track.onError(() => {});
    if (track.isOpen()) this.opened();
  }

  /** A packet that we fail on costs that packet, not everybody's meeting. */
  private take(packet: Buffer): void {
    try {
      this.events.onPacket(packet);
    } catch (error) {
      if (faults++ < toldFaults) console.error(`a packet was dropped on ${this.name}`, error);
    }
  }

  private opened(): void {
    if (this.state !== 'connecting') return;
    this.state = 'open';
    this.events.onOpen();
  }
}
