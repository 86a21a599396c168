import { bootstrap } from './bootstrap/index.mjs';

await bootstrap('scripts/bench/main.ts');
