import { sanitizeText } from '../checksum.ts';
import {
  EmptyError,
  InvalidPasswordError,
  MissingMeetingIdError,
  NullError,
  SizeError,
  ValidationError,
} from '../errors.ts';

/**
 * The meeting's ID, without control characters and outer spaces.
 * @throws {MissingMeetingIdError | SizeError | ValidationError} as BigBlueButton's MeetingIDConstraint
 */
export function checkedMeetingId(parameters: URLSearchParams): string {
  const meetingID = sanitizeText(parameters.get('meetingID') ?? '');
  if (meetingID === '') throw new MissingMeetingIdError();
  if (meetingID.length < 2 || meetingID.length > 256) {
    throw new SizeError('Meeting ID must be between 2 and 256 characters');
  }
  if (meetingID.includes(',')) throw new ValidationError("Meeting ID cannot contain ','");
  return meetingID;
}

/** @throws {NullError | EmptyError | SizeError} as BigBlueButton's MeetingNameConstraint */
export function checkedName(parameters: URLSearchParams): string {
  const given = parameters.get('name');
  if (given === null) throw new NullError('You must provide a meeting name');
  const name = sanitizeText(given);
  if (name === '') throw new EmptyError('You must provide a meeting name');
  if (name.length < 2 || name.length > 256) {
    throw new SizeError('Meeting name must be between 2 and 256 characters');
  }
  return name;
}

/** @throws {InvalidPasswordError} a password that is there and not of 2 to 64 characters */
export function checkPassword(parameters: URLSearchParams, name: string): void {
  const password = parameters.get(name) ?? '';
  if (password !== '' && (password.length < 2 || password.length > 64)) throw new InvalidPasswordError();
}

/** @throws {ValidationError} a value other than true, false, 0 and 1 */
export function checkBoolean(parameters: URLSearchParams, name: string, message: string): void {
  const value = parameters.get(name) ?? '';
  if (value !== '' && !/^(true|false|0|1)$/i.test(value)) throw new ValidationError(message);
}

/** @throws {ValidationError} a value that is no whole number */
export function checkIntegral(
  parameters: URLSearchParams,
  name: string,
  message = 'Value must be an integral number',
): void {
  const value = parameters.get(name) ?? '';
  if (value !== '' && !/^[+-]?\d{1,19}$/.test(value)) throw new ValidationError(message);
}

/**
 * Placeholders such as `%%MEETINGID%%` may stand in the address.
 * @throws {ValidationError} a value that is no address
 */
export function checkUrl(parameters: URLSearchParams, name: string): void {
  const value = (parameters.get(name) ?? '').replace(/%%[A-Z]+%%/g, '0');
  if (value !== '' && !URL.canParse(value)) throw new ValidationError(`Param '${name}' is not a valid URL`);
}
