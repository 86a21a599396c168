import { readFile, writeFile } from 'node:fs/promises';
import { withTable } from './document.ts';

const page = new URL('../../../docs/settings.md', import.meta.url);
await writeFile(page, withTable(await readFile(page, 'utf8')));
