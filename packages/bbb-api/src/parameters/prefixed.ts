import { isElementName } from '../xml/write.ts';

const metaName = /^meta_[a-zA-Z][a-zA-Z0-9-]*$/;

/**
 * The meeting's meta data: parameters `meta_<name>`, names in lower case as BigBlueButton keeps them
 * (`meta_endCallbackUrl` is found under `endcallbackurl`).
 */
export function readMeta(parameters: URLSearchParams): Record<string, string> {
  const entries: [string, string][] = [];
  for (const [name, value] of parameters) {
    if (metaName.test(name)) entries.push([name.slice('meta_'.length).toLowerCase(), value]);
  }
  return Object.fromEntries(entries);
}

/** A person's own settings: parameters `userdata-<name>`, the names as they came. */
export function readUserdata(parameters: URLSearchParams): Record<string, string> {
  const entries: [string, string][] = [];
  for (const [name, value] of parameters) {
    const key = name.startsWith('userdata-') ? name.slice('userdata-'.length) : '';
    if (isElementName(key)) entries.push([key, value]);
  }
  return Object.fromEntries(entries);
}

/** Adds a record's entries as parameters with a prefix. */
export function appendPrefixed(
  parameters: URLSearchParams,
  prefix: 'meta_' | 'userdata-',
  entries: Readonly<Record<string, string>> | undefined,
): void {
  for (const [name, value] of Object.entries(entries ?? {})) parameters.append(prefix + name, value);
}
