import { NotFoundError, readEndParameters, writeEndResponse } from '@koinon/bbb-api';
import { end as decideEnd } from '../../meeting/index.ts';
import type { ApiCall } from '../call.ts';

export const end: ApiCall = async ({ meetings, clock }, parameters) => {
  const meeting = meetings.findRunning(readEndParameters(parameters).meetingID);
  if (!meeting) throw new NotFoundError();
  await meeting.record(decideEnd(meeting.state, clock.now(), 'api', null));
  return writeEndResponse();
};
