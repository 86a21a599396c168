export { createOutbound, isBarred, type Outbound, type OutboundOptions } from './outbound.ts';
