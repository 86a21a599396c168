import type { CreateParameters, JoinParameters, Meeting } from '@koinon/bbb-api';
import type { EngineMeeting, JoinOrder, MeetingOrder } from '../driver.ts';

/** BigBlueButton takes names of 2 to 256 characters. U+2060 has no width, and no server trims it away. */
const nameFrom = (name: string) => name.slice(0, 256).padEnd(2, '\u2060');

/**
 * A meeting order in the parameters of `create`. A lobby is carried by ALWAYS_ACCEPT_AUTH, under which exactly
 * those wait who join as guests; ASK_MODERATOR would also queue again whoever was let in and came back.
 *
 * @see https://docs.bigbluebutton.org/development/api#create
 */
export function createParameters(order: MeetingOrder): CreateParameters {
  return {
    meetingID: order.id,
    name: nameFrom(order.name),
    guestPolicy: order.lobby ? 'ALWAYS_ACCEPT_AUTH' : 'ALWAYS_ACCEPT',
    logoutURL: order.roomUrl,
    logo: order.house.logoUrl,
    record: false,
    autoStartRecording: false,
    allowStartStopRecording: false,
    meta: {
      endCallbackUrl: order.endedUrl,
      'koinon-house': order.house.name,
      'koinon-brand': order.house.paint,
      'koinon-rejoin-url': order.roomUrl,
    },
  };
}

/** A join order in the parameters of `join`. */
export function joinParameters(order: JoinOrder): JoinParameters {
  return {
    meetingID: order.meetingId,
    fullName: order.name,
    userID: order.attendeeId,
    role: order.moderator ? 'MODERATOR' : 'VIEWER',
    guest: order.guest,
    // Some load balancers do not tell when they made a meeting.
    ...(order.createTime > 0 && { createTime: order.createTime }),
    errorRedirectUrl: order.roomUrl,
    ...(order.language !== null && { userdata: { bbb_override_default_locale: order.language } }),
  };
}

/** As long as an id may be on the wire; a database indexes no text of any length. */
const longestId = 256;

/** A meeting as listed, with its attendees when they are our business. Null when it was ended and only lingers. */
export function engineMeeting(meeting: Meeting, withAttendees: boolean): EngineMeeting | null {
  if (meeting.hasBeenForciblyEnded) return null;
  return {
    id: meeting.meetingID,
    createTime: meeting.createTime,
    people: meeting.participantCount,
    attendees: withAttendees
      ? meeting.attendees.map(({ userID, fullName, role }) => ({
          attendeeId: userID.slice(0, longestId),
          name: fullName,
          moderator: role === 'MODERATOR',
        }))
      : [],
  };
}
