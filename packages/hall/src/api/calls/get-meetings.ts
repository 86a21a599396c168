import { writeGetMeetingsResponse } from '@koinon/bbb-api';
import type { ApiCall } from '../call.ts';
import { meetingTold } from '../meeting-told.ts';

/** Every meeting that is not over, also those that nobody has entered yet. */
export const getMeetings: ApiCall = ({ meetings }) =>
  writeGetMeetingsResponse(meetings.running().map((meeting) => meetingTold(meeting.state)));
