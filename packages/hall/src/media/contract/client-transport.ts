import type { PeerConnection, Track } from 'node-datachannel';
import ndc from 'node-datachannel';
import { nativeSdp } from '../embedded/sdp/native.ts';
import type { TransportDescription } from '../embedded/sdp/session.ts';

/** A browser's end of one ICE and DTLS-SRTP connection, which it conducts as browsers do with servers. */
export class ClientTransport {
  readonly local: Omit<TransportDescription, 'setup'>;
  private readonly native: PeerConnection;
  private readonly track: Track;
  private connecting = false;
  private closed = false;

  constructor(onPacket: (packet: Buffer) => void) {
    this.native = new ndc.PeerConnection('browser', {
      iceServers: [],
      bindAddress: '127.0.0.1',
      disableAutoNegotiation: true,
      forceMediaTransport: true,
    });
    const dummy = new ndc.Video('0', 'SendRecv');
    dummy.addVP8Codec(96);
    this.track = this.native.addTrack(dummy);
    this.track.onMessage((packet) => {
      if (!this.closed) onPacket(packet);
    });
    this.native.setLocalDescription('offer');
    const sdp = this.native.localDescription()?.sdp ?? '';
    const value = (name: string): string => new RegExp(`^a=${name}:(.*)$`, 'm').exec(sdp)?.[1]?.trim() ?? '';
    this.local = { ufrag: value('ice-ufrag'), pwd: value('ice-pwd'), fingerprint: value('fingerprint') };
  }

  get isOpen(): boolean {
    return !this.closed && this.track.isOpen();
  }

  /** Begins with the first description; later ones tell nothing new about the transport. */
  connect(remote: TransportDescription, candidates: readonly string[]): void {
    if (this.connecting || this.closed) return;
    this.connecting = true;
    const lines = candidates.map((candidate) => `a=${candidate}\r\n`).join('');
    this.native.setRemoteDescription(nativeSdp(remote) + lines, 'answer');
  }

  /** False when the packet is so malformed that it cannot even be encrypted, or nothing is open. */
  send(packet: Buffer): boolean {
    try {
      return this.isOpen && this.track.sendMessageBinary(packet);
    } catch {
      return false;
    }
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.track.close();
    this.native.close();
  }
}
