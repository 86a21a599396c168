import { writeSuccess } from '../response.ts';
import { listOf } from '../xml/fields.ts';
import type { XmlElement } from '../xml/read.ts';
import { element } from '../xml/write.ts';
import { type Hook, readHook, writeHook } from './hook.ts';

export interface HooksListParameters {
  /** Only the hooks that get this meeting's events: its own and those of every meeting. */
  meetingID?: string | undefined;
}

export function readHooksListParameters(parameters: URLSearchParams): HooksListParameters {
  return { meetingID: parameters.get('meetingID') || undefined };
}

export function writeHooksListResponse(hooks: readonly Hook[]): string {
  return writeSuccess([element('hooks', hooks.map(writeHook))]);
}

export function readHooksListResponse(root: XmlElement): Hook[] {
  return listOf(root, 'hooks', 'hook').map(readHook);
}
