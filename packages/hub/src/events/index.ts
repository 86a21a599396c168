export { type DomainEvent, type EventType, eventOf, on, type Subscriber } from './event.ts';
export { forgetTold } from './forget-told.ts';
export { eventsManifest } from './manifest.ts';
export { type Relay, startRelay } from './relay.ts';
export { createEvents, type Events, once } from './tell.ts';
