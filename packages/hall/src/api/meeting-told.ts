import { type Attendee, createDate, type Meeting } from '@koinon/bbb-api';
import { type MeetingState, type Present, present } from '../meeting/index.ts';

/** A meeting as getMeetingInfo and getMeetings tell of it. */
export function meetingTold(state: MeetingState): Meeting {
  const { settings } = state;
  const attendees = present(state).map(attendeeTold);
  const count = (is: (attendee: Attendee) => boolean): number => attendees.filter(is).length;
  return {
    meetingName: settings.name,
    meetingID: settings.externalId,
    internalMeetingID: settings.internalId,
    createTime: settings.createTime,
    createDate: createDate(settings.createTime),
    voiceBridge: settings.voiceBridge,
    dialNumber: settings.dialNumber ?? '',
    attendeePW: settings.attendeePassword,
    moderatorPW: settings.moderatorPassword,
    running: attendees.length > 0,
    duration: settings.durationMinutes,
    hasUserJoined: state.firstJoinedAt !== null,
    recording: false,
    hasBeenForciblyEnded: state.ended !== null,
    startTime: settings.createTime,
    endTime: state.ended?.at ?? 0,
    participantCount: attendees.length,
    listenerCount: count((attendee) => attendee.isListeningOnly),
    voiceParticipantCount: count((attendee) => attendee.hasJoinedVoice),
    videoCount: count((attendee) => attendee.hasVideo),
    maxUsers: settings.maxParticipants,
    moderatorCount: count((attendee) => attendee.role === 'MODERATOR'),
    attendees,
    metadata: settings.metadata,
    breakout: null,
    breakoutRooms: [],
  };
}

function attendeeTold({ seat, stay }: Present): Attendee {
  return {
    userID: seat.externalUserId,
    fullName: seat.name,
    role: seat.role,
    isPresenter: false,
    isListeningOnly: stay.mic === 'none',
    hasJoinedVoice: stay.mic !== 'none',
    hasVideo: stay.camera === 'on',
    clientType: 'HTML5',
    customdata: seat.customData,
  };
}
