export { type App, askerOf, houseOf, type Routes } from './app.ts';
export type { Asker, HouseHere, HouseRole } from './here.ts';
export { networkOf } from './network.ts';
export { Refusal, type RefusalCode } from './refusal.ts';
