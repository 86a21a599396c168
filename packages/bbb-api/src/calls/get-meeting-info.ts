import { checkedMeetingId } from '../parameters/checks.ts';
import { writeSuccess } from '../response.ts';
import type { XmlElement } from '../xml/read.ts';
import { type Meeting, readMeeting, writeMeeting } from './meeting.ts';

export interface GetMeetingInfoParameters {
  /** The front end's ID or the internal one. */
  meetingID: string;
}

/** @throws {BbbError} the meeting ID is missing or not allowed */
export function readGetMeetingInfoParameters(parameters: URLSearchParams): GetMeetingInfoParameters {
  return { meetingID: checkedMeetingId(parameters) };
}

export function writeGetMeetingInfoResponse(meeting: Meeting): string {
  return writeSuccess(writeMeeting(meeting));
}

export function readGetMeetingInfoResponse(root: XmlElement): Meeting {
  return readMeeting(root);
}
