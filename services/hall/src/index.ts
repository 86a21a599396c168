export type { HallMessage } from './supervised.ts';
