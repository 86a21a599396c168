import { messageElements, type ResponseMessage, writeSuccess } from '../response.ts';
import { listOf } from '../xml/fields.ts';
import type { XmlElement } from '../xml/read.ts';
import { element } from '../xml/write.ts';
import { type Meeting, readMeeting, writeMeeting } from './meeting.ts';

const noMeetings: ResponseMessage = { key: 'noMeetings', message: 'no meetings were found on this server' };

export function writeGetMeetingsResponse(meetings: readonly Meeting[]): string {
  const list = element(
    'meetings',
    meetings.map((meeting) => element('meeting', writeMeeting(meeting))),
  );
  return writeSuccess(meetings.length === 0 ? [list, ...messageElements(noMeetings)] : [list]);
}

export function readGetMeetingsResponse(root: XmlElement): Meeting[] {
  return listOf(root, 'meetings', 'meeting').map(readMeeting);
}
