import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCreateParameters, writeCreateParameters } from '../calls/create.ts';
import { readHooksCreateParameters } from '../calls/hooks-create.ts';
import { readJoinParameters, writeJoinParameters } from '../calls/join.ts';
import {
  BbbError,
  EmptyError,
  InvalidPasswordError,
  MissingFullNameError,
  MissingMeetingIdError,
  NullError,
  SizeError,
  ValidationError,
} from '../errors.ts';
import { MissingCallbackUrlError } from '../hook-errors.ts';

const read = (query: string) => () => readCreateParameters(new URLSearchParams(query));

describe('create refuses, as BigBlueButton does', () => {
  test.each([
    ['name=ab', MissingMeetingIdError, 'missingParamMeetingID', 'You must provide a meeting ID'],
    ['name=ab&meetingID=', MissingMeetingIdError, 'missingParamMeetingID', 'You must provide a meeting ID'],
    ['name=ab&meetingID=a', SizeError, 'sizeError', 'Meeting ID must be between 2 and 256 characters'],
    [
      `name=ab&meetingID=${'a'.repeat(257)}`,
      SizeError,
      'sizeError',
      'Meeting ID must be between 2 and 256 characters',
    ],
    ['name=ab&meetingID=a%2Cb', ValidationError, 'validationError', "Meeting ID cannot contain ','"],
    ['meetingID=ab', NullError, 'nullError', 'You must provide a meeting name'],
    ['meetingID=ab&name=%20%09', EmptyError, 'emptyError', 'You must provide a meeting name'],
    ['meetingID=ab&name=x', SizeError, 'sizeError', 'Meeting name must be between 2 and 256 characters'],
    ['meetingID=ab&name=ab&attendeePW=x', InvalidPasswordError, 'invalidPassword', 'Invalid password'],
    [
      `meetingID=ab&name=ab&moderatorPW=${'x'.repeat(65)}`,
      InvalidPasswordError,
      'invalidPassword',
      'Invalid password',
    ],
    [
      'meetingID=ab&name=ab&record=yes',
      ValidationError,
      'validationError',
      'Record must be a boolean value (true or false)',
    ],
    [
      'meetingID=ab&name=ab&voiceBridge=7x',
      ValidationError,
      'validationError',
      'Voice bridge must be an integral value',
    ],
    [
      'meetingID=ab&name=ab&presentationUploadExternalUrl=nowhere',
      ValidationError,
      'validationError',
      "Param 'presentationUploadExternalUrl' is not a valid URL",
    ],
  ])('%s', (query, type, messageKey, message) => {
    expect(read(query)).toThrow(type);
    expect(read(query)).toThrow(expect.objectContaining({ messageKey, message, status: 200 }));
  });

  test('join and hooks/create likewise', () => {
    expect(() => readJoinParameters(new URLSearchParams('meetingID=ab&fullName=+'))).toThrow(
      MissingFullNameError,
    );
    expect(() => readJoinParameters(new URLSearchParams('meetingID=ab&fullName=A&guest=maybe'))).toThrow(
      new ValidationError('Guest must be a boolean value (true or false)'),
    );
    expect(() => readHooksCreateParameters(new URLSearchParams('meetingID=ab'))).toThrow(
      MissingCallbackUrlError,
    );
  });
});

describe('create reads', () => {
  test('what is no number or boolean as if it were not there', () => {
    const values = readCreateParameters(
      new URLSearchParams(
        'meetingID=ab&name=cd&maxParticipants=many&duration=&muteOnStart=1&record=TRUE&guestPolicy=MAYBE',
      ),
    );
    expect(values).toEqual({ meetingID: 'ab', name: 'cd', muteOnStart: false, record: true, meta: {} });
  });

  test('meta data in lower case, and nothing that is no meta data', () => {
    const query = new URLSearchParams(
      'meetingID=ab&name=cd&meta_endCallbackUrl=u&meta_1x=no&meta_=no&meta_a_b=no',
    );
    expect(readCreateParameters(query).meta).toEqual({ endcallbackurl: 'u' });
  });

  test('what it wrote', () => {
    const values = {
      name: 'Morning circle',
      meetingID: 'id & more',
      welcome: 'two\nlines',
      maxParticipants: 12,
      muteOnStart: true,
      guestPolicy: 'ALWAYS_ACCEPT_AUTH' as const,
      meta: { 'koinon-brand': '#0a5f78' },
    };
    expect(readCreateParameters(writeCreateParameters(values))).toEqual(values);
  });
});

describe('join reads', () => {
  const read = (query: string) => readJoinParameters(new URLSearchParams(`meetingID=ab&fullName=A&${query}`));

  test('people as known unless the front end says guest', () => {
    expect(read('')).toMatchObject({ guest: false, auth: true, redirect: true });
    expect(read('guest=false')).toMatchObject({ guest: false, auth: false });
    expect(read('guest=true')).toMatchObject({ guest: true, auth: false });
    expect(read('guest=true&auth=true')).toMatchObject({ guest: true, auth: true });
  });

  test('a role in any case, and no other word', () => {
    expect(read('role=Moderator').role).toBe('MODERATOR');
    expect(read('role=viewer').role).toBe('VIEWER');
    expect(read('role=attendee').role).toBeUndefined();
  });

  test('what it wrote', () => {
    const values = {
      fullName: 'Noémie Tremblay',
      meetingID: 'ab',
      role: 'VIEWER' as const,
      guest: true,
      createTime: 1_531_155_809_613,
      userdata: { bbb_override_default_locale: 'fr' },
    };
    expect(readJoinParameters(writeJoinParameters(values))).toEqual({
      ...values,
      auth: false,
      redirect: true,
    });
  });
});

test('no parameters make the readers throw anything but errors of the API', () => {
  const names = [
    'meetingID',
    'name',
    'fullName',
    'record',
    'createTime',
    '__proto__',
    'meta_a',
    'userdata-__proto__',
  ];
  const pairs = fc.array(fc.tuple(fc.constantFrom(...names), fc.string({ unit: 'binary' })), {
    maxLength: 10,
  });
  fc.assert(
    fc.property(pairs, (entries) => {
      for (const reader of [readCreateParameters, readJoinParameters, readHooksCreateParameters]) {
        try {
          reader(new URLSearchParams(entries));
        } catch (error) {
          expect(error).toBeInstanceOf(BbbError);
        }
      }
      expect(({} as Record<string, unknown>).a).toBeUndefined();
    }),
  );
});
