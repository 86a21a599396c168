import { bootstrap } from './bootstrap/index.mjs';

await bootstrap('services/hub/src/main.ts');
