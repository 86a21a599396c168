/** A piece of XML that is already escaped. Only `element` makes one, so that no text gets in raw. */
export interface XmlFragment {
  readonly xml: string;
}

export type XmlContent = string | number | boolean | XmlFragment | readonly XmlFragment[];

const elementName = /^[A-Za-z_][A-Za-z0-9_.-]*$/;

/** Whether a key (of meta data, of custom data) can stand as an element's name. */
export function isElementName(name: string): boolean {
  return elementName.test(name);
}

/** One element with its text or its children. Null content means no element at all. */
export function element(name: string, content: XmlContent | null): XmlFragment {
  if (content === null) return { xml: '' };
  if (!isElementName(name)) throw new TypeError(`not an element name: ${JSON.stringify(name)}`);
  const inner = contentXml(content);
  return { xml: inner === '' ? `<${name}/>` : `<${name}>${inner}</${name}>` };
}

/** A whole document, without declaration, as BigBlueButton sends it. */
export function document(root: XmlFragment): string {
  return root.xml;
}

function contentXml(content: XmlContent): string {
  if (typeof content === 'string') return escapeText(content);
  if (typeof content === 'number' || typeof content === 'boolean') return String(content);
  return 'xml' in content ? content.xml : content.map((child) => child.xml).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A bare carriage return would come back as a line feed (XML 1.0, 2.11).
  '\r': '&#13;',
};

function escapeText(text: string): string {
  return allowedText(text).replace(/[&<>"'\r]/g, (character) => entities[character] ?? character);
}

/** The text without the characters that XML 1.0 forbids even in escaped form (section 2.2): controls, lone surrogates. */
export function allowedText(text: string): string {
  return text.toWellFormed().replace(forbidden, '');
}

// toWellFormed turns lone surrogates into U+FFFD, which XML allows.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove.
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
