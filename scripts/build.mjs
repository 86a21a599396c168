import { bootstrap } from './bootstrap/index.mjs';

await bootstrap('services/pages/src/main.ts');
