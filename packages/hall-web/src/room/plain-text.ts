/** The words of a text that a front end may have written as HTML. Nothing of it is run or loaded. */
export function plainText(markup: string): string {
  const lines = markup.replace(/<br\s*\/?>/gi, '\n');
  const text = new DOMParser().parseFromString(lines, 'text/html').body.textContent ?? '';
  return text.replace(/\n{3,}/g, '\n\n').trim();
}
