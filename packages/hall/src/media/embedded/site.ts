import type { Certificate } from './certificate.ts';

/** Where all transports of an engine listen: one UDP port, told apart by ICE user names. */
export interface Socket {
  host: string;
  port: number;
}

/** What all parts of one media process share. */
export interface Site {
  socket: Socket;
  /** ICE candidates under which browsers reach the socket now, without `a=`. */
  candidates(): readonly string[];
  certificate: Certificate;
  /** Milliseconds on a clock that never goes back. */
  now(): number;
}
