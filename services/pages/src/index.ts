export { buildPages } from './build.ts';
export type { App } from './inputs.ts';
