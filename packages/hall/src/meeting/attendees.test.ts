import { describe, expect, it } from 'vitest';
import { MeetingStory } from '../testing/meeting-story.ts';
import { changeDevices, enter, isFull, leave, loseConnection } from './attendees.ts';
import { present } from './state.ts';

const DEVICES = { mic: 'on', camera: 'off' } as const;

describe('entering', () => {
  it('takes an open seat', () => {
    const { state } = new MeetingStory().seat('ann');
    expect(enter(state, 'ann', DEVICES)).toEqual({
      ok: true,
      value: [{ type: 'entered', seat: 'ann', ...DEVICES }],
    });
  });

  it('asks at the lobby where the seat must, once', () => {
    const story = new MeetingStory().seat('guest', { guest: true }, 'ask');
    const asked = { type: 'asked', seat: 'guest', ...DEVICES } as const;
    expect(enter(story.state, 'guest', DEVICES)).toEqual({ ok: true, value: [asked] });
    story.happens([asked]);
    expect(enter(story.state, 'guest', DEVICES)).toEqual({ ok: true, value: [] });
  });

  it('needs no lobby for a seat that was admitted before', () => {
    const story = new MeetingStory()
      .asks('guest')
      .happens([{ type: 'admitted', seat: 'guest', by: 'mod' }])
      .enters('guest')
      .happens([{ type: 'left', seat: 'guest', when: 0, reason: 'left' }]);
    expect(enter(story.state, 'guest', DEVICES)).toMatchObject({ ok: true, value: [{ type: 'entered' }] });
  });

  it('comes back to a kept seat without joining again', () => {
    const story = new MeetingStory().enters('ann');
    const lost = { since: story.now, keptUntil: story.now + 20_000 };
    story.happens(loseConnection(story.state, 'ann', lost));
    expect(present(story.state)[0]?.stay.lost).toEqual(lost);
    expect(enter(story.state, 'ann', { mic: 'off', camera: 'off' })).toEqual({
      ok: true,
      value: [
        { type: 'connection-back', seat: 'ann' },
        { type: 'devices', seat: 'ann', mic: 'off', camera: 'off' },
      ],
    });
  });

  it('is refused to those who were denied, and after the end', () => {
    const story = new MeetingStory().asks('guest').happens([{ type: 'denied', seat: 'guest', by: 'mod' }]);
    expect(enter(story.state, 'guest', DEVICES)).toEqual({ ok: false, error: 'denied' });
    story.happens([{ type: 'ended', by: null, reason: 'api' }]);
    expect(enter(story.state, 'guest', DEVICES)).toEqual({ ok: false, error: 'meeting-ended' });
  });
});

describe('the number of participants', () => {
  it('counts people, not seats: the same person may come twice', () => {
    const story = new MeetingStory({ maxParticipants: 2 })
      .seat('a1', { externalUserId: 'ann' })
      .seat('a2', { externalUserId: 'ann' })
      .seat('b', { externalUserId: 'ben' })
      .seat('c', { externalUserId: 'cat' })
      .enters('a1')
      .enters('b');
    expect(isFull(story.state, 'cat')).toBe(true);
    expect(enter(story.state, 'c', DEVICES)).toEqual({ ok: false, error: 'meeting-full' });
    expect(enter(story.state, 'a2', DEVICES)).toMatchObject({ ok: true });
    story.happens(leave(story.state, 'b', story.now));
    expect(enter(story.state, 'c', DEVICES)).toMatchObject({ ok: true });
  });

  it('is without limit when none was given', () => {
    expect(isFull(new MeetingStory().enters('ann').state, 'ben')).toBe(false);
  });
});

describe('devices', () => {
  it('change only when they differ, and only for those present', () => {
    const story = new MeetingStory().seat('out').enters('ann');
    expect(changeDevices(story.state, 'ann', { mic: 'on', camera: 'off' })).toEqual([]);
    expect(changeDevices(story.state, 'out', { mic: 'off', camera: 'off' })).toEqual([]);
    story.happens(changeDevices(story.state, 'ann', { mic: 'off', camera: 'on' }));
    expect(present(story.state)[0]?.stay).toMatchObject({ mic: 'off', camera: 'on' });
  });
});

describe('losing the connection', () => {
  it('is said once, and not of somebody who is not there', () => {
    const story = new MeetingStory().seat('out').enters('ann');
    const lost = { since: story.now, keptUntil: story.now + 1 };
    expect(loseConnection(story.state, 'out', lost)).toEqual([]);
    story.happens(loseConnection(story.state, 'ann', lost));
    expect(loseConnection(story.state, 'ann', lost)).toEqual([]);
  });
});

describe('leaving', () => {
  it('gives up a place in the lobby too', () => {
    const story = new MeetingStory().asks('guest');
    story.happens(leave(story.state, 'guest', story.now));
    expect(story.state.attendees.get('guest')?.asking).toBeNull();
    expect(leave(story.state, 'guest', story.now)).toEqual([]);
  });

  it('leaves the meeting empty from the last one on', () => {
    const story = new MeetingStory().enters('ann').enters('ben').after(1000);
    story.happens(leave(story.state, 'ann', story.now));
    expect(story.state.emptySince).toBeNull();
    story.happens(leave(story.state, 'ben', story.now));
    expect(story.state.emptySince).toBe(story.now);
  });
});
