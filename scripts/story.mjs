import { bootstrap } from './bootstrap/index.mjs';

await bootstrap('scripts/test/story.ts');
