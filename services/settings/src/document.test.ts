import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { withTable } from './document.ts';

const page = new URL('../../../docs/settings.md', import.meta.url);

test('docs/settings.md shows the table of the code (else: node services/settings/src/write-document.ts)', async () => {
  const written = await readFile(page, 'utf8');
  expect(withTable(written)).toBe(written);
});
