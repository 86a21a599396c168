export interface SentPacket {
  packet: Buffer;
  sequence: number;
  timestamp: number;
}

/** The last packets of a stream, under the source's own numbers, to send them again. */
export class PacketHistory {
  private readonly ring: (SentPacket | undefined)[];

  /** @param size a power of two */
  constructor(size: number) {
    this.ring = new Array<SentPacket | undefined>(size);
  }

  put(sent: SentPacket): void {
    this.ring[sent.sequence & (this.ring.length - 1)] = sent;
  }

  get(sequence: number): SentPacket | null {
    const sent = this.ring[sequence & (this.ring.length - 1)];
    return sent?.sequence === sequence ? sent : null;
  }
}
