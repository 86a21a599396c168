import { writeSuccess } from '../response.ts';
import { text, textOrNull } from '../xml/fields.ts';
import type { XmlElement } from '../xml/read.ts';
import { element } from '../xml/write.ts';

/** What the bare address of the API answers, with or without a checksum. */
export interface IndexResponse {
  /** `2.0` since BigBlueButton 2.0. */
  version: string;
  apiVersion: string;
  /** The server's own version, when it wants to tell. */
  bbbVersion: string | null;
}

export function writeIndexResponse(response: IndexResponse): string {
  return writeSuccess([
    element('version', response.version),
    element('apiVersion', response.apiVersion),
    element('bbbVersion', response.bbbVersion ?? ''),
  ]);
}

/** The same in JSON, for a request of type `application/json`. */
export function writeIndexJson(response: IndexResponse): string {
  return JSON.stringify({
    response: { returncode: 'SUCCESS', ...response, bbbVersion: response.bbbVersion ?? '' },
  });
}

export function readIndexResponse(root: XmlElement): IndexResponse {
  const version = text(root, 'version');
  return {
    version,
    apiVersion: textOrNull(root, 'apiVersion') ?? version,
    bbbVersion: textOrNull(root, 'bbbVersion'),
  };
}
