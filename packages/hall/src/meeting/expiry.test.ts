import { describe, expect, it } from 'vitest';
import { MeetingStory, MINUTE_MS } from '../testing/meeting-story.ts';
import { end, endForAll } from './ending.ts';
import { due } from './expiry.ts';

const ENDED = (reason: string) => ({ type: 'ended', by: null, reason });

describe('time', () => {
  it('ends a meeting that nobody joined after five minutes', () => {
    const story = new MeetingStory()
      .seat('ann')
      .asks('guest')
      .after(5 * MINUTE_MS - 1);
    expect(due(story.state, story.now)).toEqual([]);
    expect(due(story.state, story.after(1).now)).toEqual([ENDED('nobody-joined')]);
  });

  it('ends a meeting one minute after the last one left', () => {
    const story = new MeetingStory().enters('ann').after(10 * MINUTE_MS);
    expect(due(story.state, story.now)).toEqual([]);
    story.happens([{ type: 'left', seat: 'ann', when: story.now, reason: 'left' }]).after(MINUTE_MS - 1);
    expect(due(story.state, story.now)).toEqual([]);
    expect(due(story.state, story.after(1).now)).toEqual([ENDED('empty')]);
  });

  it('does neither when the front end said 0', () => {
    const story = new MeetingStory({ expireUnjoinedMinutes: 0, expireEmptyMinutes: 0 });
    expect(due(story.state, story.after(24 * 60 * MINUTE_MS).now)).toEqual([]);
    story.enters('ann').happens([{ type: 'left', seat: 'ann', when: story.now, reason: 'left' }]);
    expect(due(story.state, story.after(24 * 60 * MINUTE_MS).now)).toEqual([]);
  });

  it('ends a meeting whose duration is over, with everybody in it', () => {
    const story = new MeetingStory({ durationMinutes: 10 }).enters('ann').after(10 * MINUTE_MS);
    expect(due(story.state, story.now)).toEqual([
      { type: 'left', seat: 'ann', when: story.now, reason: 'meeting-ended' },
      ENDED('duration'),
    ]);
  });

  it('gives a kept seat up when its time is over, from the last sign of life', () => {
    const story = new MeetingStory().enters('ann').asks('guest').after(1000);
    const lostAt = story.now;
    for (const seat of ['ann', 'guest']) {
      story.happens([{ type: 'connection-lost', seat, since: lostAt, keptUntil: lostAt + 20_000 }]);
    }
    expect(due(story.state, story.after(19_999).now)).toEqual([]);
    expect(due(story.state, story.after(1).now)).toEqual([
      { type: 'left', seat: 'ann', when: lostAt, reason: 'lost' },
      { type: 'stopped-asking', seat: 'guest' },
    ]);
  });

  it('does nothing to a meeting that is over', () => {
    const story = new MeetingStory().happens([{ type: 'ended', by: null, reason: 'api' }]);
    expect(due(story.state, story.after(99 * MINUTE_MS).now)).toEqual([]);
    expect(end(story.state, story.now, 'api', null)).toEqual([]);
  });
});

describe('ending for all', () => {
  it('is for moderators, says who it was, and lets everybody leave first', () => {
    const story = new MeetingStory()
      .seat('mod', { role: 'MODERATOR', name: 'Noémie' })
      .enters('mod')
      .enters('ann');
    expect(endForAll(story.state, 'ann', story.now)).toEqual({ ok: false, error: 'not-allowed' });
    expect(endForAll(story.state, 'mod', story.now)).toEqual({
      ok: true,
      value: [
        { type: 'left', seat: 'mod', when: story.now, reason: 'meeting-ended' },
        { type: 'left', seat: 'ann', when: story.now, reason: 'meeting-ended' },
        { type: 'ended', by: 'Noémie', reason: 'moderator' },
      ],
    });
  });

  it('lets somebody whose connection was lost leave when it was lost', () => {
    const story = new MeetingStory().enters('ann').after(5000);
    const since = story.now;
    story.happens([{ type: 'connection-lost', seat: 'ann', since, keptUntil: since + 20_000 }]).after(9000);
    expect(end(story.state, story.now, 'api', null)[0]).toMatchObject({ when: since });
  });
});
