import { describe, expect, it } from 'vitest';
import { MeetingStory } from '../testing/meeting-story.ts';
import { giveSeat, type JoinRequest } from './join.ts';

const request: JoinRequest = {
  externalUserId: null,
  name: 'Ann',
  role: 'VIEWER',
  guest: false,
  locale: null,
  logoutUrl: null,
  customData: {},
  guestStatus: 'ALLOW',
};

describe('giving a seat', () => {
  it("makes BigBlueButton's ids and tokens", () => {
    const given = giveSeat(new MeetingStory().state, request);
    if (!given.ok) throw new Error(given.error);
    const { seat } = given.value;
    expect(seat.id).toMatch(/^w_[a-z0-9]{12}$/);
    expect(seat.token).toMatch(/^[a-z0-9]{16}$/);
    expect(seat.authToken).toMatch(/^[a-z0-9]{12}$/);
    expect(seat.externalUserId).toBe(seat.id);
    expect(given.value.events).toEqual([{ type: 'seat-taken', seat, admission: 'open' }]);
  });

  it('lets those who must wait ask, and refuses those who may not come', () => {
    const { state } = new MeetingStory();
    expect(giveSeat(state, { ...request, guestStatus: 'WAIT' })).toMatchObject({
      value: { events: [{ admission: 'ask' }] },
    });
    expect(giveSeat(state, { ...request, guestStatus: 'DENY' })).toEqual({
      ok: false,
      error: 'guest-denied',
    });
  });

  it('refuses one too many, but not the same person again', () => {
    const { state } = new MeetingStory({ maxParticipants: 1 }).enters('ann');
    expect(giveSeat(state, request)).toEqual({ ok: false, error: 'meeting-full' });
    expect(giveSeat(state, { ...request, externalUserId: 'ann' })).toMatchObject({ ok: true });
  });
});
