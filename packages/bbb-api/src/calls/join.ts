import { sanitizeText } from '../checksum.ts';
import { MissingFullNameError } from '../errors.ts';
import { checkBoolean, checkedMeetingId, checkIntegral, checkPassword } from '../parameters/checks.ts';
import { type FieldValues, readFields, writeFields } from '../parameters/fields.ts';
import { appendPrefixed, readUserdata } from '../parameters/prefixed.ts';

const joinFields = {
  fullName: 'text',
  meetingID: 'text',
  role: 'text',
  password: 'text',
  createTime: 'integer',
  userID: 'text',
  avatarURL: 'text',
  webcamBackgroundURL: 'text',
  redirect: 'boolean',
  errorRedirectUrl: 'text',
  logoutURL: 'text',
  guest: 'boolean',
  auth: 'boolean',
  excludeFromDashboard: 'boolean',
  enforceLayout: 'text',
  bot: 'boolean',
  firstName: 'text',
  lastName: 'text',
  existingUserID: 'text',
  replaceSessionToken: 'text',
  sessionName: 'text',
} as const;

export type Role = 'MODERATOR' | 'VIEWER';

type JoinValues = Omit<FieldValues<typeof joinFields>, 'fullName' | 'meetingID' | 'role'>;

/** What `join` is told. */
export interface JoinParameters extends JoinValues {
  fullName: string;
  meetingID: string;
  /** Wins over `password`. */
  role?: Role | undefined;
  /** A person's own settings by name without `userdata-`, such as `bbb_override_default_locale`. */
  userdata?: Record<string, string> | undefined;
}

/** The parameters of a checked `join`, with BigBlueButton's own defaults filled in. */
export interface JoinRequest extends JoinParameters {
  guest: boolean;
  /** Whether the front end knows this person: true when it did not say `guest` at all. */
  auth: boolean;
  redirect: boolean;
  userdata: Record<string, string>;
}

/**
 * Reads and checks the parameters of `join`. A role other than moderator and viewer counts as none.
 *
 * @throws {BbbError} in this order: meeting ID, name, password, booleans, create time
 */
export function readJoinParameters(parameters: URLSearchParams): JoinRequest {
  const meetingID = checkedMeetingId(parameters);
  const fullName = sanitizeText(parameters.get('fullName') ?? '');
  if (fullName === '') throw new MissingFullNameError();
  checkPassword(parameters, 'password');
  checkBoolean(parameters, 'guest', 'Guest must be a boolean value (true or false)');
  checkBoolean(parameters, 'auth', 'Auth must be a boolean value (true or false)');
  checkIntegral(parameters, 'createTime');
  const { role: givenRole, ...values } = readFields(joinFields, parameters);
  const role = roleNamed(givenRole);
  return {
    ...values,
    ...(role === null ? {} : { role }),
    fullName,
    meetingID,
    guest: values.guest ?? false,
    auth: values.auth ?? values.guest === undefined,
    redirect: values.redirect ?? true,
    userdata: readUserdata(parameters),
  };
}

/** The query of `join`, unsigned. */
export function writeJoinParameters(values: JoinParameters): URLSearchParams {
  const parameters = writeFields(joinFields, values);
  appendPrefixed(parameters, 'userdata-', values.userdata);
  return parameters;
}

function roleNamed(given: string | undefined): Role | null {
  const upper = given?.trim().toUpperCase();
  return upper === 'MODERATOR' || upper === 'VIEWER' ? upper : null;
}
