import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCreateResponse, writeCreateResponse } from '../calls/create.ts';
import { readGetMeetingInfoResponse, writeGetMeetingInfoResponse } from '../calls/get-meeting-info.ts';
import { readGetMeetingsResponse, writeGetMeetingsResponse } from '../calls/get-meetings.ts';
import { readHooksListResponse, writeHooksListResponse } from '../calls/hooks-list.ts';
import { readJoinResponse, writeJoinResponse } from '../calls/join-response.ts';
import type { Meeting } from '../calls/meeting.ts';
import { BbbError } from '../errors.ts';
import { readResponse, writeError } from '../response.ts';
import { type XmlElement, XmlError } from './read.ts';
import { allowedText } from './write.ts';

// Every text that a person could type and some that nobody could, as XML lets it through.
const text = fc.string({ unit: 'binary', maxLength: 40 }).map(allowedText);
const filled = text.filter((value) => value !== '');
const orNull = fc.option(filled);
const count = fc.nat();
const time = fc.integer({ min: 0, max: 4_102_444_800_000 });
const key = fc.stringMatching(/^[a-z][a-z0-9-]{0,11}$/);
const entries = fc.dictionary(key, text, { maxKeys: 4 }).map((record) => ({ ...record }));
const role = fc.constantFrom('MODERATOR' as const, 'VIEWER' as const);

const attendee = fc.record(
  {
    userID: text,
    fullName: text,
    role,
    isPresenter: fc.boolean(),
    isListeningOnly: fc.boolean(),
    hasJoinedVoice: fc.boolean(),
    hasVideo: fc.boolean(),
    clientType: text,
    customdata: entries,
  },
  { noNullPrototype: true },
);

const meeting: fc.Arbitrary<Meeting> = fc.record(
  {
    meetingName: text,
    meetingID: text,
    internalMeetingID: text,
    createTime: time,
    createDate: text,
    voiceBridge: text,
    dialNumber: text,
    attendeePW: orNull,
    moderatorPW: orNull,
    running: fc.boolean(),
    duration: count,
    hasUserJoined: fc.boolean(),
    recording: fc.boolean(),
    hasBeenForciblyEnded: fc.boolean(),
    startTime: time,
    endTime: time,
    participantCount: count,
    listenerCount: count,
    voiceParticipantCount: count,
    videoCount: count,
    maxUsers: count,
    moderatorCount: count,
    attendees: fc.array(attendee, { maxLength: 4 }),
    metadata: entries,
    breakout: fc.option(
      fc.record(
        { parentMeetingID: text, sequence: count, freeJoin: fc.boolean() },
        { noNullPrototype: true },
      ),
    ),
    breakoutRooms: fc.array(text, { maxLength: 3 }),
  },
  { noNullPrototype: true },
);

function rootOf(xml: string): XmlElement {
  const response = readResponse(xml);
  if (response.returncode !== 'SUCCESS') throw new Error('the answer is a refusal');
  return response.root;
}

describe('what is written is read back the same', () => {
  test('getMeetingInfo', () => {
    fc.assert(
      fc.property(meeting, (value) => {
        expect(readGetMeetingInfoResponse(rootOf(writeGetMeetingInfoResponse(value)))).toEqual(value);
      }),
    );
  });

  test('getMeetings', () => {
    fc.assert(
      fc.property(fc.array(meeting, { maxLength: 3 }), (values) => {
        expect(readGetMeetingsResponse(rootOf(writeGetMeetingsResponse(values)))).toEqual(values);
      }),
    );
  });

  test('create', () => {
    const response = fc.record(
      {
        meetingID: text,
        internalMeetingID: text,
        parentMeetingID: text,
        attendeePW: orNull,
        moderatorPW: orNull,
        createTime: time,
        voiceBridge: text,
        dialNumber: text,
        createDate: text,
        hasUserJoined: fc.boolean(),
        duration: count,
        hasBeenForciblyEnded: fc.boolean(),
        message: fc.option(fc.record({ key, message: text }, { noNullPrototype: true })),
      },
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(response, (value) => {
        expect(readCreateResponse(rootOf(writeCreateResponse(value)))).toEqual(value);
      }),
    );
  });

  test('join', () => {
    const response = fc.record(
      {
        message: fc.option(fc.record({ key, message: text }, { noNullPrototype: true })),
        meetingId: text,
        userId: text,
        authToken: text,
        sessionToken: text,
        guestStatus: fc.constantFrom('ALLOW' as const, 'WAIT' as const, 'DENY' as const),
        url: text,
      },
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(response, (value) => {
        expect(readJoinResponse(rootOf(writeJoinResponse(value)))).toEqual(value);
      }),
    );
  });

  test('hooks/list', () => {
    const hook = fc.record(
      {
        hookID: fc.uuid(),
        callbackURL: text,
        meetingID: orNull,
        eventID: fc.option(fc.array(key, { minLength: 1, maxLength: 3 })),
        permanentHook: fc.boolean(),
        rawData: fc.boolean(),
      },
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(fc.array(hook, { maxLength: 3 }), (hooks) => {
        expect(readHooksListResponse(rootOf(writeHooksListResponse(hooks)))).toEqual(hooks);
      }),
    );
  });

  test('an error, plain or in a list', () => {
    fc.assert(
      fc.property(key, text, fc.boolean(), (messageKey, message, asList) => {
        const xml = writeError(new BbbError(messageKey, message, asList));
        expect(readResponse(xml)).toEqual({ returncode: 'FAILED', key: messageKey, message });
      }),
    );
  });
});

describe('what XML forbids', () => {
  test('never gets into an answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (message) => {
        const xml = writeError({ messageKey: 'k', message, asList: false });
        expect(xml.isWellFormed()).toBe(true);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
        expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
      }),
    );
  });

  test('does not hide what is allowed', () => {
    expect(allowedText('a\u0000b\u0008\t\n\r\u{1F600}\ud800c\uffff')).toBe('ab\t\n\r\u{1F600}\ufffdc');
  });
});

test('no text makes the reader throw anything but its own error', () => {
  const scraps = fc.constantFrom(
    '<response>',
    '</response>',
    '<returncode>SUCCESS</returncode>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<!DOCTYPE x [<!ENTITY a "b">]>',
    '<?xml version="1.0"?>',
    '&a;',
    '&#x110000;',
    '&#0;',
    '<__proto__>',
    '</__proto__>',
    '<constructor/>',
    '<a b="',
    '<',
    '>',
  );
  const soup = fc.array(fc.oneof(scraps, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 20 });
  fc.assert(
    fc.property(soup, fc.boolean(), (parts, closed) => {
      const xml = parts.join('') + (closed ? '</response>' : '');
      try {
        readResponse(xml);
      } catch (error) {
        expect(error).toBeInstanceOf(XmlError);
      }
    }),
    { numRuns: 1000 },
  );
});
