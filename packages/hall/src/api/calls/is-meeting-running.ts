import { readIsMeetingRunningParameters, writeIsMeetingRunningResponse } from '@koinon/bbb-api';
import { present } from '../../meeting/index.ts';
import type { ApiCall } from '../call.ts';

/** A meeting runs while somebody is there. */
export const isMeetingRunning: ApiCall = ({ meetings }, parameters) => {
  const meeting = meetings.findRunning(readIsMeetingRunningParameters(parameters).meetingID);
  return writeIsMeetingRunningResponse({ running: meeting !== null && present(meeting.state).length > 0 });
};
