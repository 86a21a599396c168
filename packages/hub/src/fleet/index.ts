export { createFleet, type Fleet } from './create-fleet.ts';
export type { EngineDriver, EngineFailure, EngineMeeting } from './drivers/driver.ts';
export { fleetManifest } from './manifest.ts';
export { serveHouse } from './next.repository.ts';
export type { Placement } from './placement.ts';
export { findServer, type Server } from './servers.repository.ts';
export type { OnLook, ServerLook } from './sweep.ts';
