import { bootstrap } from './bootstrap/index.mjs';

await bootstrap('services/hall/src/main.ts');
