import { type Meeting, writeCreateParameters, writeJoinParameters } from '@koinon/bbb-api';
import { expect, test } from 'vitest';
import type { JoinOrder, MeetingOrder } from '../driver.ts';
import { createParameters, engineMeeting, joinParameters } from './words.ts';

const order: MeetingOrder = {
  id: '0198c0de-0000-7000-8000-000000000001',
  name: 'Cercle du mardi',
  lobby: true,
  house: { name: 'La Tisserie', paint: '#8d2f63', logoUrl: 'https://rooms.example/c/tisserie/mark.svg' },
  roomUrl: 'https://meet.example/c/tisserie/r/cercle-du-mardi',
  endedUrl: 'https://meet.example/api/callbacks/ended?token=t',
};

const join: JoinOrder = {
  meetingId: order.id,
  createTime: 1_700_000_000_000,
  attendeeId: 'a1',
  name: 'Amadou',
  moderator: false,
  guest: true,
  language: 'fr',
  roomUrl: order.roomUrl,
};

const asObject = (parameters: URLSearchParams) => Object.fromEntries(parameters);

test('a meeting order in the words of create', () => {
  expect(asObject(writeCreateParameters(createParameters(order)))).toEqual({
    meetingID: order.id,
    name: 'Cercle du mardi',
    guestPolicy: 'ALWAYS_ACCEPT_AUTH',
    logoutURL: order.roomUrl,
    logo: order.house.logoUrl,
    record: 'false',
    autoStartRecording: 'false',
    allowStartStopRecording: 'false',
    meta_endCallbackUrl: order.endedUrl,
    'meta_koinon-house': 'La Tisserie',
    'meta_koinon-brand': '#8d2f63',
    'meta_koinon-rejoin-url': order.roomUrl,
  });
});

test('without a lobby everybody is accepted', () => {
  expect(createParameters({ ...order, lobby: false }).guestPolicy).toBe('ALWAYS_ACCEPT');
});

test('a join order in the words of join', () => {
  expect(asObject(writeJoinParameters(joinParameters(join)))).toEqual({
    meetingID: order.id,
    fullName: 'Amadou',
    userID: 'a1',
    role: 'VIEWER',
    guest: 'true',
    createTime: '1700000000000',
    errorRedirectUrl: order.roomUrl,
    'userdata-bbb_override_default_locale': 'fr',
  });
});

test('a moderator, no language, no time of making', () => {
  const parameters = asObject(
    writeJoinParameters(
      joinParameters({ ...join, moderator: true, guest: false, language: null, createTime: 0 }),
    ),
  );
  expect(parameters).toEqual({
    meetingID: order.id,
    fullName: 'Amadou',
    userID: 'a1',
    role: 'MODERATOR',
    guest: 'false',
    errorRedirectUrl: order.roomUrl,
  });
});

test('an id of any length from an engine is cut to what can be kept', () => {
  const attendee = { userID: 'x'.repeat(5_000), fullName: 'Amadou', role: 'VIEWER' };
  const listed = { meetingID: order.id, createTime: 1, participantCount: 1, attendees: [attendee] };
  expect(engineMeeting(listed as unknown as Meeting, true)?.attendees).toEqual([
    { attendeeId: 'x'.repeat(256), name: 'Amadou', moderator: false },
  ]);
});
