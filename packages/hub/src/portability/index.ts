export type { Manifest } from './manifest.ts';
export { type Keep, local, type Portable, portable, type Scope, type TableUse } from './table-use.ts';
