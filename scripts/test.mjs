import { bootstrap } from './bootstrap/index.mjs';

await bootstrap('scripts/test/main.ts');
