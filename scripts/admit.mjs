import { bootstrap } from './bootstrap/index.mjs';

await bootstrap('services/operate/src/admit.ts');
