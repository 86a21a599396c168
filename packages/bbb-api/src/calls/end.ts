import { checkedMeetingId, checkPassword } from '../parameters/checks.ts';
import { messageElements, type ResponseMessage, readMessage, writeSuccess } from '../response.ts';
import type { XmlElement } from '../xml/read.ts';

export interface EndParameters {
  meetingID: string;
  /** Only its length is checked; the checksum is what counts. */
  password?: string | undefined;
}

/** @throws {BbbError} the meeting ID is missing or not allowed, the password too short or too long */
export function readEndParameters(parameters: URLSearchParams): EndParameters {
  const meetingID = checkedMeetingId(parameters);
  checkPassword(parameters, 'password');
  return { meetingID, password: parameters.get('password') ?? undefined };
}

export interface EndResponse {
  message: ResponseMessage | null;
}

export const sentEndMeetingRequest: ResponseMessage = {
  key: 'sentEndMeetingRequest',
  message:
    'A request to end the meeting was sent.  Please wait a few seconds, and then use the getMeetingInfo or isMeetingRunning API calls to verify that it was ended.',
};

export function writeEndResponse(response: EndResponse = { message: sentEndMeetingRequest }): string {
  return writeSuccess(messageElements(response.message));
}

export function readEndResponse(root: XmlElement): EndResponse {
  return { message: readMessage(root) };
}
