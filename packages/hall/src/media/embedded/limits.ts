/** Bounds on what one browser may make the engine hold. Beyond them an offer is refused, never truncated. */
export const limits = {
  sdpChars: 256_000,
  sdpLines: 4_000,
  /** m-lines that one browser may offer; slots that a subscriber may be sent. */
  offeredMedia: 16,
  subscriberSlots: 512,
  rooms: 1_000,
  peersPerRoom: 250,
  idChars: 200,
  /** Packets kept per video publication for retransmission: a second of a busy screen share. */
  historyPackets: 512,
  /** Longest RTP packet taken from a browser; theirs stay under 1500. */
  packetBytes: 2_000,
} as const;

/** How long the engine waits before it does something about silence. Milliseconds. */
export const patience = {
  /** From the exchange of descriptions until ICE and DTLS are up. */
  connectMs: 8_000,
  /** Without any packet on a transport that ought to carry some. */
  silenceMs: 6_000,
  /** The same for a browser whose only sound of life is a receiver report of audio, sent every 2.5 to 7.5 s. */
  sparseSilenceMs: 16_000,
  /** For the answer to an offer. */
  answerMs: 10_000,
} as const;
