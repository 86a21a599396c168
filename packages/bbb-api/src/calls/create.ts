import {
  checkBoolean,
  checkedMeetingId,
  checkedName,
  checkIntegral,
  checkPassword,
  checkUrl,
} from '../parameters/checks.ts';
import { type FieldValues, readFields, writeFields } from '../parameters/fields.ts';
import { appendPrefixed, readMeta } from '../parameters/prefixed.ts';
import { messageElements, type ResponseMessage, readMessage, writeSuccess } from '../response.ts';
import { flag, integer, text, textOrNull } from '../xml/fields.ts';
import type { XmlElement } from '../xml/read.ts';
import { element } from '../xml/write.ts';
import { createFields } from './create-fields.ts';

export const guestPolicies = ['ALWAYS_ACCEPT', 'ALWAYS_DENY', 'ASK_MODERATOR', 'ALWAYS_ACCEPT_AUTH'] as const;
export type GuestPolicy = (typeof guestPolicies)[number];

type CreateValues = Omit<FieldValues<typeof createFields>, 'name' | 'meetingID' | 'guestPolicy'>;

/** What `create` is told. Times are minutes, as on the wire. */
export interface CreateParameters extends CreateValues {
  name: string;
  meetingID: string;
  guestPolicy?: GuestPolicy | undefined;
  /** Meta data by name without `meta_`. Servers keep the names in lower case. */
  meta?: Record<string, string> | undefined;
}

/**
 * Reads and checks the parameters of `create`. An unknown guest policy counts as none.
 *
 * @throws {BbbError} in this order: meeting ID, name, passwords, booleans, numbers, addresses
 */
export function readCreateParameters(
  parameters: URLSearchParams,
): CreateParameters & { meta: Record<string, string> } {
  const meetingID = checkedMeetingId(parameters);
  const name = checkedName(parameters);
  checkPassword(parameters, 'attendeePW');
  checkPassword(parameters, 'moderatorPW');
  checkBoolean(
    parameters,
    'isBreakoutRoom',
    'You must provide a boolean value (true or false) for the breakout room',
  );
  checkBoolean(parameters, 'record', 'Record must be a boolean value (true or false)');
  checkIntegral(parameters, 'voiceBridge', 'Voice bridge must be an integral value');
  checkUrl(parameters, 'presentationUploadExternalUrl');
  const { guestPolicy, ...values } = readFields(createFields, parameters);
  const policy = guestPolicies.find((known) => known === guestPolicy);
  return {
    ...values,
    ...(policy === undefined ? {} : { guestPolicy: policy }),
    name,
    meetingID,
    meta: readMeta(parameters),
  };
}

/** The query of `create`, unsigned. */
export function writeCreateParameters(values: CreateParameters): URLSearchParams {
  const parameters = writeFields(createFields, values);
  appendPrefixed(parameters, 'meta_', values.meta);
  return parameters;
}

/** What `create` answers. */
export interface CreateResponse {
  meetingID: string;
  internalMeetingID: string;
  /** `bbb-none` for a meeting that is no breakout room. */
  parentMeetingID: string;
  attendeePW: string | null;
  moderatorPW: string | null;
  /** Milliseconds since 1970. */
  createTime: number;
  voiceBridge: string;
  dialNumber: string;
  createDate: string;
  hasUserJoined: boolean;
  /** Minutes; 0 is without end. */
  duration: number;
  hasBeenForciblyEnded: boolean;
  /** `duplicateWarning` when the meeting was there already. */
  message: ResponseMessage | null;
}

/** The message of a repeated `create`. */
export const duplicateWarning: ResponseMessage = {
  key: 'duplicateWarning',
  message: 'This conference was already in existence and may currently be in progress.',
};

export function writeCreateResponse(response: CreateResponse): string {
  return writeSuccess([
    element('meetingID', response.meetingID),
    element('internalMeetingID', response.internalMeetingID),
    element('parentMeetingID', response.parentMeetingID),
    element('attendeePW', response.attendeePW),
    element('moderatorPW', response.moderatorPW),
    element('createTime', response.createTime),
    element('voiceBridge', response.voiceBridge),
    element('dialNumber', response.dialNumber),
    element('createDate', response.createDate),
    element('hasUserJoined', response.hasUserJoined),
    element('duration', response.duration),
    element('hasBeenForciblyEnded', response.hasBeenForciblyEnded),
    ...messageElements(response.message),
  ]);
}

export function readCreateResponse(root: XmlElement): CreateResponse {
  return {
    meetingID: text(root, 'meetingID'),
    internalMeetingID: text(root, 'internalMeetingID'),
    parentMeetingID: text(root, 'parentMeetingID'),
    attendeePW: textOrNull(root, 'attendeePW'),
    moderatorPW: textOrNull(root, 'moderatorPW'),
    createTime: integer(root, 'createTime'),
    voiceBridge: text(root, 'voiceBridge'),
    dialNumber: text(root, 'dialNumber'),
    createDate: text(root, 'createDate'),
    hasUserJoined: flag(root, 'hasUserJoined'),
    duration: integer(root, 'duration'),
    hasBeenForciblyEnded: flag(root, 'hasBeenForciblyEnded'),
    message: readMessage(root),
  };
}
