import { bootstrap } from './bootstrap/index.mjs';

await bootstrap('services/together/src/main.ts');
