import { sanitizeText } from '../checksum.ts';
import { MissingCallbackUrlError } from '../hook-errors.ts';
import { messageElements, type ResponseMessage, readMessage, writeSuccess } from '../response.ts';
import { flag, text } from '../xml/fields.ts';
import type { XmlElement } from '../xml/read.ts';
import { element } from '../xml/write.ts';
import { readEventIds } from './hook.ts';

export interface HooksCreateParameters {
  callbackURL: string;
  /** The front end's ID of a meeting; missing: events of every meeting. */
  meetingID?: string | undefined;
  /** Which events; missing: all. */
  eventID?: string[] | undefined;
  getRaw?: boolean | undefined;
}

/** @throws {MissingCallbackUrlError} */
export function readHooksCreateParameters(parameters: URLSearchParams): HooksCreateParameters {
  const callbackURL = sanitizeText(parameters.get('callbackURL') ?? '');
  if (callbackURL === '') throw new MissingCallbackUrlError();
  return {
    callbackURL,
    meetingID: parameters.get('meetingID') || undefined,
    eventID: readEventIds(parameters.get('eventID')) ?? undefined,
    getRaw: parameters.get('getRaw')?.toLowerCase() === 'true',
  };
}

export function writeHooksCreateParameters(values: HooksCreateParameters): URLSearchParams {
  const parameters = new URLSearchParams({ callbackURL: values.callbackURL });
  if (values.meetingID !== undefined) parameters.set('meetingID', values.meetingID);
  if (values.eventID !== undefined) parameters.set('eventID', values.eventID.join(','));
  if (values.getRaw !== undefined) parameters.set('getRaw', String(values.getRaw));
  return parameters;
}

export interface HooksCreateResponse {
  hookID: string;
  permanentHook: boolean;
  rawData: boolean;
  /** The address was registered before, and the ID is the old one's. */
  duplicate: boolean;
}

const duplicateHook: ResponseMessage = {
  key: 'duplicateWarning',
  message: 'There is already a hook for this callback URL.',
};

export function writeHooksCreateResponse(response: HooksCreateResponse): string {
  const hookID = element('hookID', response.hookID);
  if (response.duplicate) return writeSuccess([hookID, ...messageElements(duplicateHook)]);
  return writeSuccess([
    hookID,
    element('permanentHook', response.permanentHook),
    element('rawData', response.rawData),
  ]);
}

export function readHooksCreateResponse(root: XmlElement): HooksCreateResponse {
  return {
    hookID: text(root, 'hookID').trim(),
    permanentHook: flag(root, 'permanentHook'),
    rawData: flag(root, 'rawData'),
    duplicate: readMessage(root)?.key === 'duplicateWarning',
  };
}
