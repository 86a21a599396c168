import { bootstrap } from './bootstrap/index.mjs';

await bootstrap('scripts/verify/main.ts');
