import { table } from './table.ts';

const BEGIN = '<!-- The table is written by services/settings/src/write-document.ts. -->';
const END = '<!-- End of the table. -->';

/** The table of settings as Markdown. */
function renderTable(): string {
  const rows = Object.entries(table).map(
    ([name, { about, schema, otherwise }]) =>
      `| \`${name}\` | ${about} | ${schema.description} | ${otherwise} |`,
  );
  return [
    '| setting | what it decides | what it looks like | without it |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

/** Puts the table into the page, between its two marks. */
export function withTable(page: string): string {
  const from = page.indexOf(BEGIN);
  const to = page.indexOf(END);
  if (from < 0 || to < from) throw new Error('The page has lost the marks around its table.');
  return `${page.slice(0, from)}${BEGIN}\n${renderTable()}\n${page.slice(to)}`;
}
