export { attachServer } from './attach.service.ts';
export { BbbDriver } from './drivers/bbb/bbb-driver.ts';
export type { EngineDriver, EngineFailure, EngineMeeting, ServerAccess } from './drivers/driver.ts';
export { driverOf, type FleetGround } from './fleet.ts';
export { serveHouse } from './next.repository.ts';
export { nextServerPlacement, type Placement } from './placement.ts';
export { findServer, type Server } from './servers.repository.ts';
export { noteCheck, type OnLook, type ServerLook, sweepServers } from './sweep.ts';
