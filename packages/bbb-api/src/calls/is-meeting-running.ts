import { checkedMeetingId } from '../parameters/checks.ts';
import { writeSuccess } from '../response.ts';
import { flag } from '../xml/fields.ts';
import type { XmlElement } from '../xml/read.ts';
import { element } from '../xml/write.ts';

export interface IsMeetingRunningParameters {
  meetingID: string;
}

/** @throws {BbbError} the meeting ID is missing or not allowed */
export function readIsMeetingRunningParameters(parameters: URLSearchParams): IsMeetingRunningParameters {
  return { meetingID: checkedMeetingId(parameters) };
}

/** Running means that somebody is there; an unknown meeting is not running, and no error. */
export interface IsMeetingRunningResponse {
  running: boolean;
}

export function writeIsMeetingRunningResponse(response: IsMeetingRunningResponse): string {
  return writeSuccess([element('running', response.running)]);
}

export function readIsMeetingRunningResponse(root: XmlElement): IsMeetingRunningResponse {
  return { running: flag(root, 'running') };
}
