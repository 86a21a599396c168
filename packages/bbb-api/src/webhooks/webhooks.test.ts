import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sign } from '../checksum.ts';
import type { HookEvent } from './event.ts';
import { HookBodyError, isAttendanceEvent, readHookBody } from './read.ts';
import { callbackAddress, isSignedCallback, signCallback } from './signature.ts';
import { writeHookBody, writeHookEvent } from './write.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 20 });
const filled = text.filter((value) => value !== '');
const base = { internalMeetingID: filled, meetingID: text, at: fc.nat() };
const user = fc.record(
  {
    internalUserID: filled,
    userID: text,
    name: filled,
    role: fc.constantFrom('MODERATOR' as const, 'VIEWER' as const),
    presenter: fc.boolean(),
  },
  { noNullPrototype: true },
);
const texts = fc
  .dictionary(fc.stringMatching(/^[a-z][a-z_]{0,8}$/), text, { maxKeys: 3 })
  .map((d) => ({ ...d }));
const plain = { noNullPrototype: true };
const event: fc.Arbitrary<HookEvent> = fc.oneof(
  fc.record(
    {
      ...base,
      id: fc.constant('meeting-created' as const),
      name: text,
      createTime: fc.nat(),
      metadata: texts,
    },
    plain,
  ),
  fc.record({ ...base, id: fc.constant('meeting-ended' as const) }, plain),
  fc.record({ ...base, id: fc.constant('user-joined' as const), user, userdata: texts }, plain),
  fc.record({ ...base, id: fc.constant('user-left' as const), user }, plain),
);

test('events are read back as they were written', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 3 }), fc.nat(), (events, timestamp) => {
      const body = writeHookBody({
        domain: 'hall.example',
        events: events.map((e) => writeHookEvent(e)),
        timestamp,
      });
      expect(readHookBody(body)).toEqual({ domain: 'hall.example', timestamp, events });
    }),
  );
});

describe('the signature of a delivery', () => {
  test('fits the address as it was registered, the body and the secret, and nothing else', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), text, filled, (url, body, secret) => {
        for (const algorithm of ['sha1', 'sha256', 'sha384', 'sha512'] as const) {
          const checksum = signCallback(url, body, secret, algorithm);
          expect(isSignedCallback(url, body, checksum, secret)).toBe(true);
          expect(isSignedCallback(url, `${body}x`, checksum, secret)).toBe(false);
          expect(isSignedCallback(`${url}x`, body, checksum, secret)).toBe(false);
          expect(isSignedCallback(url, body, checksum, `${secret}x`)).toBe(false);
        }
      }),
    );
    expect(isSignedCallback('https://a', '', 'no checksum', 's')).toBe(false);
    expect(isSignedCallback('https://a', '', sign('https://a', '', ''), '')).toBe(false);
  });

  test('is added to the address', () => {
    expect(callbackAddress('https://a.example/hook', 'X')).toBe('https://a.example/hook?checksum=X');
    expect(callbackAddress('https://a.example/hook?b=1', 'X')).toBe('https://a.example/hook?b=1&checksum=X');
  });
});

// Taken over from bbb-webhooks' own example (example/events/mapped-events.json), shortened.
const real = {
  joined:
    '{"data":{"type":"event","id":"user-joined","attributes":{"meeting":{"internal-meeting-id":"038b-1696511528029","external-meeting-id":"random-3136035"},"user":{"internal-user-id":"w_1fewpbchnudl","external-user-id":"w_1fewpbchnudl","name":"User 1430416","role":"MODERATOR","presenter":"false"}},"event":{"ts":1696511534740}}}',
  left: '{"data":{"type":"event","id":"user-left","attributes":{"meeting":{"internal-meeting-id":"038b-1696511528029","external-meeting-id":"random-3136035"},"user":{"internal-user-id":"w_lxcl6yagcfbj","external-user-id":"w_lxcl6yagcfbj"}},"event":{"ts":1696511603380}}}',
  chat: '{"data":{"type":"event","id":"chat-group-message-sent","attributes":{"meeting":{"internal-meeting-id":"038b-1696511528029","external-meeting-id":null},"chat-message":{"id":"1","message":"hi"}},"event":{"ts":1696511561816}}}',
};

test('events of bbb-webhooks itself, one or several in a delivery', () => {
  const body = new URLSearchParams({
    domain: 'bbb.example',
    event: `[${real.joined},${real.left},${real.chat}]`,
    timestamp: '1696511534741',
  });
  const delivery = readHookBody(body.toString());
  const meeting = { internalMeetingID: '038b-1696511528029', meetingID: 'random-3136035' };
  expect(delivery.events).toEqual([
    {
      id: 'user-joined',
      ...meeting,
      at: 1_696_511_534_740,
      user: {
        internalUserID: 'w_1fewpbchnudl',
        userID: 'w_1fewpbchnudl',
        name: 'User 1430416',
        role: 'MODERATOR',
        presenter: false,
      },
      userdata: {},
    },
    {
      id: 'user-left',
      ...meeting,
      at: 1_696_511_603_380,
      user: {
        internalUserID: 'w_lxcl6yagcfbj',
        userID: 'w_lxcl6yagcfbj',
        name: null,
        role: null,
        presenter: false,
      },
    },
    { id: 'chat-group-message-sent', ...meeting, meetingID: '', at: 1_696_511_561_816 },
  ]);
  expect(delivery.events.map(isAttendanceEvent)).toEqual([true, true, false]);
});

describe('what is no delivery', () => {
  test.each(['', 'event=', 'event=x', 'event=[{}]', 'event=[null]', 'event=[{"data":{"id":"user-joined"}}]'])(
    '%s',
    (body) => {
      expect(() => readHookBody(body)).toThrow(HookBodyError);
    },
  );

  test('throws nothing else, whatever is posted', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          event.map((e) => JSON.stringify(writeHookEvent(e)).slice(1)),
        ),
        (json) => {
          try {
            readHookBody(new URLSearchParams({ event: json }).toString());
          } catch (error) {
            expect(error).toBeInstanceOf(HookBodyError);
          }
        },
      ),
    );
  });
});
