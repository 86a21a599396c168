/**
 * As much of an RTCPeerConnection as the media classes touch, with an SDP that only names its lines. The real one runs
 * in the browser tests; this one shows orders of events that a browser cannot be made to produce.
 */
export class FakeConnection extends EventTarget {
  readonly transceivers: FakeTransceiver[] = [];
  connectionState: RTCPeerConnectionState = 'new';
  localDescription: { type: string; sdp: string } | null = null;
  remoteDescription: { type: string; sdp: string } | null = null;
  readonly log: string[] = [];

  addTransceiver(
    track: MediaStreamTrack,
    { direction }: { direction: RTCRtpTransceiverDirection },
  ): FakeTransceiver {
    const line = new FakeTransceiver(track, direction);
    this.transceivers.push(line);
    return line;
  }

  getTransceivers(): FakeTransceiver[] {
    return this.transceivers;
  }

  async setLocalDescription(): Promise<void> {
    for (const [at, line] of this.transceivers.entries()) line.mid = String(at);
    this.localDescription = { type: 'offer', sdp: this.transceivers.map((line) => line.direction).join(' ') };
    this.log.push(`local ${this.localDescription.sdp}`);
  }

  async setRemoteDescription(description: { type: string; sdp: string }): Promise<void> {
    if (description.sdp === 'unusable') throw new Error('unusable');
    this.remoteDescription = description;
    this.log.push(`remote ${description.sdp.split('\n')[0]}`);
    // An offer brings as many lines as it says.
    const lines = Number(/lines:(\d+)/.exec(description.sdp)?.[1] ?? 0);
    while (this.transceivers.length < lines) {
      const line = new FakeTransceiver(fakeTrack(), 'recvonly');
      line.mid = String(this.transceivers.length);
      this.transceivers.push(line);
    }
  }

  close(): void {
    this.connectionState = 'closed';
  }

  become(state: RTCPeerConnectionState): void {
    this.connectionState = state;
    this.dispatchEvent(new Event('connectionstatechange'));
  }

  /** What the code under test takes it for. */
  get asReal(): RTCPeerConnection {
    return this as unknown as RTCPeerConnection;
  }
}

class FakeTransceiver {
  mid: string | null = null;
  direction: RTCRtpTransceiverDirection;
  readonly receiver: { track: MediaStreamTrack };
  readonly sender: {
    track: MediaStreamTrack | null;
    replaceTrack(track: MediaStreamTrack | null): Promise<void>;
  };

  constructor(track: MediaStreamTrack, direction: RTCRtpTransceiverDirection) {
    this.direction = direction;
    this.receiver = { track };
    const sender: FakeTransceiver['sender'] = {
      track,
      async replaceTrack(next) {
        sender.track = next;
      },
    };
    this.sender = sender;
  }
}

let tracks = 0;
export function fakeTrack(): MediaStreamTrack {
  return { id: `track ${tracks++}`, kind: 'video' } as MediaStreamTrack;
}
