export type { Clock } from './clock.ts';
export { type HandClock, handClock } from './hand-clock.ts';
export { systemClock } from './system-clock.ts';
