export { type OpenHub, openHub } from './open-hub.ts';
