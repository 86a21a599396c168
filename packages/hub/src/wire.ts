// What the hub and its pages say to each other. Types and checks only: safe to bundle into a browser.
export * from './coops/wire.ts';
export * from './fleet/wire.ts';
export * from './http/wire.ts';
export * from './identity/wire.ts';
export * from './mail/wire.ts';
export * from './meetings/wire.ts';
export * from './rooms/wire.ts';
