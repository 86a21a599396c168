import type { PeerConnection, Track } from 'node-datachannel';
import ndc from 'node-datachannel';
import { nativeSdp } from './sdp/native.ts';
import type { TransportDescription } from './sdp/session.ts';

/** Where all transports of an engine listen: one UDP port, told apart by ICE user names. */
export interface Socket {
  host: string;
  port: number;
}

export interface TransportEvents {
  /** One RTP or RTCP packet, decrypted. */
  onPacket(packet: Buffer): void;
  onOpen(): void;
  /** ICE or DTLS gave up. */
  onFailed(): void;
}

/**
 * One ICE and DTLS-SRTP connection to a browser. The native peer connection knows a single dummy m-line, so that every
 * packet of any SSRC arrives here and renegotiation never touches native code, where a call in the wrong state ends the
 * process. That is also why this class has states of its own: each native call is made from one state only.
 */
export class Transport {
  private state: 'new' | 'offered' | 'connecting' | 'open' | 'closed' = 'new';
  private native: PeerConnection | null = null;
  private track: Track | null = null;
  private readonly events: TransportEvents;

  private readonly name: string;
  private readonly socket: Socket;

  constructor(name: string, socket: Socket, events: TransportEvents) {
    this.name = name;
    this.socket = socket;
    this.events = events;
  }

  get isOpen(): boolean {
    return this.state === 'open';
  }

  /**
   * Takes the browser's offer (already checked by readSdp) and gives our side of it. Browsers find the hall by its
   * candidates, so theirs are not needed.
   */
  answer(remote: TransportDescription, candidates: readonly string[] = []): TransportDescription {
    const native = this.begin('connecting');
    native.onTrack((track) => this.adopt(track));
    native.setRemoteDescription(nativeSdp({ ...remote, setup: 'active' }, candidates), 'offer');
    native.setLocalDescription('answer');
    return { ...local(native), setup: 'passive' };
  }

  /**
   * Makes our offer. It takes the active role in DTLS at once: the browser is then ready to decrypt before we are to
   * send, so that no key frame is lost on it. (RFC 8842 lets an offer say so; browsers answer `passive`.)
   */
  offer(): TransportDescription {
    const native = this.begin('offered');
    const dummy = new ndc.Video('0', 'SendRecv');
    dummy.addVP8Codec(96);
    this.adopt(native.addTrack(dummy));
    native.setLocalDescription('offer');
    return { ...local(native), setup: 'active' };
  }

  /** Takes the browser's answer (already checked by readSdp) to our offer. */
  accept(remote: TransportDescription, candidates: readonly string[] = []): void {
    if (this.state !== 'offered' || !this.native)
      throw new TypeError(`the transport is ${this.state}, not offered`);
    if (remote.setup === 'actpass') throw new TypeError('an answer must choose its DTLS role');
    this.state = 'connecting';
    this.native.setRemoteDescription(nativeSdp(remote, candidates), 'answer');
  }

  /** Sends one RTP or RTCP packet; the bytes are copied before it returns. Dropped unless open. */
  send(packet: Buffer): void {
    if (this.state === 'open') this.track?.sendMessageBinary(packet);
  }

  close(): void {
    if (this.state === 'closed') return;
    this.state = 'closed';
    this.track?.close();
    this.native?.close();
  }

  private begin(state: 'offered' | 'connecting'): PeerConnection {
    if (this.state !== 'new') throw new TypeError(`the transport is ${this.state}, not new`);
    this.state = state;
    const native = new ndc.PeerConnection(this.name, {
      iceServers: [],
      bindAddress: this.socket.host,
      enableIceUdpMux: true,
      portRangeBegin: this.socket.port,
      portRangeEnd: this.socket.port,
      disableAutoNegotiation: true,
      forceMediaTransport: true,
    });
    native.onStateChange((reached) => {
      const over = reached === 'failed' || reached === 'disconnected' || reached === 'closed';
      if (over && this.state !== 'closed') this.events.onFailed();
    });
    this.native = native; // kept: the native side ends with its last reference
    return native;
  }

  private adopt(track: Track): void {
    this.track = track;
    track.onMessage((packet) => {
      if (this.state !== 'closed') this.events.onPacket(packet);
    });
    track.onOpen(() => {
      if (this.state !== 'connecting') return;
      this.state = 'open';
      this.events.onOpen();
    });
    track.onError(() => {});
  }
}

function local(native: PeerConnection): Omit<TransportDescription, 'setup'> {
  const sdp = native.localDescription()?.sdp ?? '';
  const value = (name: string): string => new RegExp(`^a=${name}:(.*)$`, 'm').exec(sdp)?.[1]?.trim() ?? '';
  return { ufrag: value('ice-ufrag'), pwd: value('ice-pwd'), fingerprint: value('fingerprint') };
}
