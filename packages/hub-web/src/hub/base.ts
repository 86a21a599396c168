/** Where this house stands: '' at a co-op's own host name, '/c/<slug>' below the hub's. The hub writes it into the page. */
export const base = readBase();

function readBase(): string {
  const content = document.querySelector<HTMLMetaElement>('meta[name="koinon-base"]')?.content ?? '';
  return content.startsWith('/') ? content.replace(/\/+$/, '') : '';
}
