import type { readCreateParameters } from '@koinon/bbb-api';
import type { CreateRequest } from '../meeting/index.ts';
import { plainText } from './plain-text.ts';
import { webAddress } from './web-address.ts';

/** BigBlueButton's own defaults, in minutes. */
const EXPIRE_UNJOINED = 5;
const EXPIRE_EMPTY = 1;
const LONGEST_WELCOME = 5_000;

/** What `create` says, in the words of the meeting. Values that mean nothing here are as if not given. */
export function createRequestOf(asked: ReturnType<typeof readCreateParameters>, hallUrl: URL): CreateRequest {
  return {
    externalId: asked.meetingID,
    name: asked.name,
    attendeePassword: asked.attendeePW ?? null,
    moderatorPassword: asked.moderatorPW ?? null,
    voiceBridge: asked.voiceBridge ?? null,
    dialNumber: asked.dialNumber ?? null,
    maxParticipants: atLeastZero(asked.maxParticipants, 0),
    durationMinutes: atLeastZero(asked.duration, 0),
    expireUnjoinedMinutes: atLeastZero(asked.meetingExpireIfNoUserJoinedInMinutes, EXPIRE_UNJOINED),
    expireEmptyMinutes: atLeastZero(asked.meetingExpireWhenLastUserLeftInMinutes, EXPIRE_EMPTY),
    guestPolicy: asked.guestPolicy ?? 'ALWAYS_ACCEPT',
    welcome: welcomeOf(asked, hallUrl),
    logoutUrl: webAddress(asked.logoutURL),
    logo: webAddress(asked.logo),
    meetingEndedUrl: asked.meetingEndedURL ?? null,
    metadata: asked.meta,
  };
}

function atLeastZero(given: number | undefined, otherwise: number): number {
  return given === undefined || given < 0 ? otherwise : given;
}

/** The welcome text with BigBlueButton's four placeholders filled in, without markup. */
function welcomeOf(
  { welcome, name, dialNumber, voiceBridge }: ReturnType<typeof readCreateParameters>,
  hallUrl: URL,
): string | null {
  if (!welcome) return null;
  const filled = plainText(welcome)
    .replaceAll('%%CONFNAME%%', () => name)
    .replaceAll('%%DIALNUM%%', () => dialNumber ?? '')
    .replaceAll('%%CONFNUM%%', () => voiceBridge ?? '')
    .replaceAll('%%SERVERURL%%', () => hallUrl.origin);
  return filled.slice(0, LONGEST_WELCOME) || null;
}
