import {
  createDate,
  duplicateWarning,
  IdNotUniqueError,
  NonUniqueVoiceBridgeError,
  readCreateParameters,
  writeCreateResponse,
} from '@koinon/bbb-api';
import { createMeeting, type Meeting } from '../../meeting/index.ts';
import type { ApiCall } from '../call.ts';
import { createRequestOf } from '../create-request.ts';

/** Makes a meeting, or says that it is there already. Slides that come in the body are not taken yet. */
export const create: ApiCall = async ({ meetings, clock, url }, parameters) => {
  const request = createRequestOf(readCreateParameters(parameters), url());
  const created = await createMeeting(meetings, request, clock.now());
  if (created.ok) return answer(created.value);
  if (created.error === 'id-not-unique') throw new IdNotUniqueError();
  throw new NonUniqueVoiceBridgeError();
};

function answer({ meeting, duplicate }: { meeting: Meeting; duplicate: boolean }): string {
  const { settings, state } = meeting;
  return writeCreateResponse({
    meetingID: settings.externalId,
    internalMeetingID: settings.internalId,
    parentMeetingID: 'bbb-none',
    attendeePW: settings.attendeePassword,
    moderatorPW: settings.moderatorPassword,
    createTime: settings.createTime,
    voiceBridge: settings.voiceBridge,
    dialNumber: settings.dialNumber ?? '',
    createDate: createDate(settings.createTime),
    hasUserJoined: state.firstJoinedAt !== null,
    duration: settings.durationMinutes,
    hasBeenForciblyEnded: false,
    message: duplicate ? duplicateWarning : null,
  });
}
