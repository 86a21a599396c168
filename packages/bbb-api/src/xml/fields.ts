import type { XmlElement } from './read.ts';

/** The first child of that name, or null. */
export function child(parent: XmlElement, name: string): XmlElement | null {
  return parent.children.find((candidate) => candidate.name === name) ?? null;
}

/** The children called `name` inside the child called `list`: `<meetings><meeting/>...</meetings>`. */
export function listOf(parent: XmlElement, list: string, name: string): XmlElement[] {
  return child(parent, list)?.children.filter((candidate) => candidate.name === name) ?? [];
}

/** A child's text, exactly; empty when there is no such child. */
export function text(parent: XmlElement, name: string): string {
  return child(parent, name)?.text ?? '';
}

/** A child's text, or null when the child is missing or empty. */
export function textOrNull(parent: XmlElement, name: string): string | null {
  return text(parent, name) || null;
}

/** A child's whole number; 0 when it is missing or no number. */
export function integer(parent: XmlElement, name: string): number {
  const value = text(parent, name).trim();
  const number = /^-?\d+$/.test(value) ? Number(value) : 0;
  return Number.isSafeInteger(number) ? number : 0;
}

/** True only for the text `true`. */
export function flag(parent: XmlElement, name: string): boolean {
  return text(parent, name).trim().toLowerCase() === 'true';
}

/** The children of the child called `name` as a record: meta data, custom data. Later ones win. */
export function record(parent: XmlElement, name: string): Record<string, string> {
  const entries = child(parent, name)?.children.map((entry) => [entry.name, entry.text] as const) ?? [];
  return Object.fromEntries(entries);
}
