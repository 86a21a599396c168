import type { Logger } from 'pino';

/** The part of the hall's log that callbacks use. They never write an address: it may hold a token. */
export type CallbackLog = Pick<Logger, 'warn' | 'error'>;
