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
  /** Of a Koinon hall, which is no BigBlueButton of any version: some front ends compare `bbbVersion`. */
  koinonVersion: string | null;
}

export function writeIndexResponse(response: IndexResponse): string {
  return writeSuccess([
    element('version', response.version),
    element('apiVersion', response.apiVersion),
    element('bbbVersion', response.bbbVersion ?? ''),
    ...(response.koinonVersion === null ? [] : [element('koinonVersion', response.koinonVersion)]),
  ]);
}

/** The same in JSON, for a request of type `application/json`. */
export function writeIndexJson({ koinonVersion, ...response }: IndexResponse): string {
  return JSON.stringify({
    response: {
      returncode: 'SUCCESS',
      ...response,
      bbbVersion: response.bbbVersion ?? '',
      ...(koinonVersion !== null && { koinonVersion }),
    },
  });
}

export function readIndexResponse(root: XmlElement): IndexResponse {
  const version = text(root, 'version');
  return {
    version,
    apiVersion: textOrNull(root, 'apiVersion') ?? version,
    bbbVersion: textOrNull(root, 'bbbVersion'),
    koinonVersion: textOrNull(root, 'koinonVersion'),
  };
}
