import {
  GuestDeniedAccessError,
  guestStatusOf,
  guestWait,
  InvalidMeetingIdentifierError,
  type JoinRequest,
  MaxParticipantsReachedError,
  MeetingForciblyEndedError,
  MismatchCreateTimeError,
  readJoinParameters,
  roleOfJoin,
  successfullyJoined,
  writeJoinResponse,
} from '@koinon/bbb-api';
import { giveSeat, type Meeting, type Seat } from '../../meeting/index.ts';
import type { ApiGround } from '../call.ts';
import { displayName } from '../display-name.ts';
import { webAddress } from '../web-address.ts';

export interface Joined {
  /** The page that takes the seat. */
  url: string;
  /** The answer for callers that said `redirect=false`. */
  xml: string;
}

/**
 * Gives a seat in a meeting to the person that the front end names.
 * @throws {BbbError} in BigBlueButton's order: the parameters, the meeting, its end, createTime, role, places, guests
 */
export async function join(ground: ApiGround, parameters: URLSearchParams): Promise<Joined> {
  const asked = readJoinParameters(parameters);
  const name = displayName(asked.fullName);
  const meeting = openMeeting(ground, asked);
  const { settings } = meeting;
  const role = roleOfJoin(asked, {
    attendeePW: settings.attendeePassword,
    moderatorPW: settings.moderatorPassword,
  });
  const guestStatus = guestStatusOf(settings.guestPolicy, { ...asked, role });
  const given = giveSeat(meeting.state, {
    externalUserId: asked.userID ?? null,
    name,
    role,
    guest: asked.guest,
    locale: localeOf(asked.userdata.bbb_override_default_locale),
    logoutUrl: webAddress(asked.logoutURL),
    customData: asked.userdata,
    guestStatus,
  });
  if (!given.ok) {
    throw given.error === 'meeting-full' ? new MaxParticipantsReachedError() : new GuestDeniedAccessError();
  }
  await meeting.record(given.value.events);
  return answer(ground.url(), meeting, given.value.seat, guestStatus);
}

function openMeeting({ meetings }: ApiGround, asked: JoinRequest): Meeting {
  const meeting = meetings.find(asked.meetingID);
  if (!meeting) throw new InvalidMeetingIdentifierError();
  if (meeting.state.ended) throw new MeetingForciblyEndedError();
  if (asked.createTime !== undefined && asked.createTime !== meeting.settings.createTime) {
    throw new MismatchCreateTimeError();
  }
  return meeting;
}

function answer(hallUrl: URL, meeting: Meeting, seat: Seat, guestStatus: 'ALLOW' | 'WAIT' | 'DENY'): Joined {
  const page = new URL('/meeting', hallUrl);
  page.searchParams.set('sessionToken', seat.token);
  const xml = writeJoinResponse({
    message: guestStatus === 'WAIT' ? guestWait : successfullyJoined,
    meetingId: meeting.settings.internalId,
    userId: seat.id,
    authToken: seat.authToken,
    sessionToken: seat.token,
    guestStatus,
    url: page.href,
  });
  return { url: page.href, xml };
}

function localeOf(given: string | undefined): string | null {
  return given && /^[a-z]{2,3}([-_][a-z0-9]{2,8}){0,3}$/i.test(given) ? given.replaceAll('_', '-') : null;
}
