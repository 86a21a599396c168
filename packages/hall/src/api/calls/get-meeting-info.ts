import { NotFoundError, readGetMeetingInfoParameters, writeGetMeetingInfoResponse } from '@koinon/bbb-api';
import type { ApiCall } from '../call.ts';
import { meetingTold } from '../meeting-told.ts';

export const getMeetingInfo: ApiCall = ({ meetings }, parameters) => {
  const meeting = meetings.findRunning(readGetMeetingInfoParameters(parameters).meetingID);
  if (!meeting) throw new NotFoundError();
  return writeGetMeetingInfoResponse(meetingTold(meeting.state));
};
