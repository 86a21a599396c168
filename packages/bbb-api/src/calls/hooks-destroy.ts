import { MissingHookIdError } from '../hook-errors.ts';
import { writeSuccess } from '../response.ts';
import { flag } from '../xml/fields.ts';
import type { XmlElement } from '../xml/read.ts';
import { element } from '../xml/write.ts';

export interface HooksDestroyParameters {
  hookID: string;
}

/** @throws {MissingHookIdError} */
export function readHooksDestroyParameters(parameters: URLSearchParams): HooksDestroyParameters {
  const hookID = (parameters.get('hookID') ?? '').trim();
  if (hookID === '') throw new MissingHookIdError();
  return { hookID };
}

export interface HooksDestroyResponse {
  removed: boolean;
}

export function writeHooksDestroyResponse(response: HooksDestroyResponse): string {
  return writeSuccess([element('removed', response.removed)]);
}

export function readHooksDestroyResponse(root: XmlElement): HooksDestroyResponse {
  return { removed: flag(root, 'removed') };
}
