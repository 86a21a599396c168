export type { HttpOptions, HttpPorts } from './options.ts';
export type { Place } from './place.ts';
export { createHttp } from './server.ts';
export { sessionCookie } from './session-cookie.ts';
