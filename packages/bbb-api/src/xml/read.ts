import { XMLParser } from 'fast-xml-parser';
import { decodeEntities } from './entities.ts';

/** One element of an answer. Values are text: nobody guesses that `00123` is a number. */
export interface XmlElement {
  name: string;
  text: string;
  children: XmlElement[];
}

/** The text is not an answer of BigBlueButton's API. */
export class XmlError extends Error {
  override readonly name = 'XmlError';
}

const maxDepth = 32;

// Entities are left alone here and decoded by us, so that a document type can define none.
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: false,
  processEntities: false,
  htmlEntities: false,
  cdataPropName: '#cdata',
  ignoreDeclaration: true,
  ignorePiTags: true,
});

/**
 * Reads a document whose root is `<response>`.
 * Lenient inside (BigBlueButton writes custom data under whatever name a front end chose), strict at both ends:
 * a document that was cut off must not pass for one with fewer meetings.
 *
 * @throws {XmlError}
 */
export function readResponseDocument(xml: string): XmlElement {
  const text = xml.trim();
  if (!/<\/response\s*>$/.test(text)) throw new XmlError('the text does not end like an answer');
  if (/<!(DOCTYPE|ENTITY)/i.test(text.slice(0, text.indexOf('<response')))) {
    throw new XmlError('a document type is not allowed');
  }
  const roots = elementsOf(parse(text), 0);
  const root = roots.find((candidate) => candidate.name === 'response');
  if (root === undefined || roots.length !== 1) throw new XmlError('the root element is not <response>');
  return root;
}

function parse(text: string): unknown {
  try {
    return parser.parse(text);
  } catch (cause) {
    throw new XmlError('the text is not XML', { cause });
  }
}

function elementsOf(nodes: unknown, depth: number): XmlElement[] {
  if (depth > maxDepth) throw new XmlError('the elements are nested too deeply');
  if (!Array.isArray(nodes)) return [];
  return nodes.flatMap((node: unknown) => {
    const name = nameOf(node);
    if (name === null) return [];
    const inner = (node as Record<string, unknown>)[name];
    return [{ name, text: textOf(inner), children: elementsOf(inner, depth + 1) }];
  });
}

function nameOf(node: unknown): string | null {
  if (typeof node !== 'object' || node === null) return null;
  const key = Object.keys(node)[0];
  return key === undefined || key.startsWith('#') || key.startsWith(':@') ? null : key;
}

function textOf(nodes: unknown): string {
  if (!Array.isArray(nodes)) return '';
  return nodes
    .map((node: { '#text'?: unknown; '#cdata'?: unknown }) => {
      if (typeof node['#text'] === 'string') return decodeEntities(node['#text']);
      return Array.isArray(node['#cdata']) ? rawTextOf(node['#cdata']) : '';
    })
    .join('');
}

function rawTextOf(nodes: readonly { '#text'?: unknown }[]): string {
  return nodes.map((node) => (typeof node['#text'] === 'string' ? node['#text'] : '')).join('');
}
