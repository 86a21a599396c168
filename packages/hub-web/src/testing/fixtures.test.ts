import { DoorView, MeetingView, OutboxMail, RoomView, ServerView, SessionView } from '@koinon/hub/wire';
import { expect, it } from 'vitest';
import * as fixtures from './fixtures.ts';

it('say only what the wire allows', () => {
  const origin = 'http://127.0.0.1:1';
  for (const house of [fixtures.harbour, fixtures.tisserie]) {
    for (const room of fixtures.rooms(origin, house)) expect(RoomView.parse(room)).toEqual(room);
    const session = fixtures.session(house, fixtures.priya, ['member'], origin);
    expect(SessionView.parse(session)).toEqual(session);
  }
  expect(SessionView.parse(fixtures.session(null, null, [], origin)).houses).toHaveLength(2);
  for (const meeting of fixtures.meetings) expect(MeetingView.parse(meeting)).toEqual(meeting);
  for (const server of fixtures.servers) expect(ServerView.parse(server)).toEqual(server);
  for (const mail of fixtures.mails(origin)) expect(OutboxMail.parse(mail)).toEqual(mail);
  expect(DoorView.parse(fixtures.door)).toEqual(fixtures.door);
});
