export { type Coop, houseIds } from './coops.repository.ts';
export type { CoopError, CoopResult, Place } from './coops.service.ts';
export { type Coops, type CoopsGround, createCoops } from './coops.service.ts';
export type { CoopMake } from './make.ts';
export { coopsManifest } from './manifest.ts';
