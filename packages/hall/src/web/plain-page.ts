import { escapeHtml } from './template.ts';

const STYLE =
  ':root{color-scheme:light dark}body{font:1.125rem/1.5 system-ui,sans-serif;max-width:38rem;margin:12vh auto;' +
  'padding:0 1.25rem}h1{font-size:1.5rem;line-height:1.25}';

/** A page of a heading and sentences, for where there is nothing to build. */
export function plainPage(page: {
  lang: string;
  nonce: string;
  title: string;
  sentences: readonly string[];
}): string {
  const paragraphs = page.sentences.map((sentence) => `<p>${escapeHtml(sentence)}</p>`).join('\n');
  return `<!doctype html>
<html lang="${escapeHtml(page.lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)}</title>
<style nonce="${page.nonce}">${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(page.title)}</h1>
${paragraphs}
</main>
</body>
</html>
`;
}
