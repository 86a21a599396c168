import { describe, expect, it } from 'vitest';
import { MeetingStory } from '../testing/meeting-story.ts';
import { due } from './expiry.ts';
import { keepSeats, RESTART_KEPT_MS } from './restart.ts';

describe('after a restart', () => {
  it('keeps every seat for 30 seconds, from when the hall was last alive', () => {
    const story = new MeetingStory().enters('ann').asks('guest').seat('out').after(60_000);
    const lastAlive = story.now;
    story.after(3_600_000).happens(keepSeats(story.state, lastAlive, story.now));
    expect(due(story.state, story.after(RESTART_KEPT_MS - 1).now)).toEqual([]);
    expect(due(story.state, story.after(1).now)).toEqual([
      { type: 'left', seat: 'ann', when: lastAlive, reason: 'lost' },
      { type: 'stopped-asking', seat: 'guest' },
    ]);
  });

  it('gives somebody who was just coming back the same time, but not more stay', () => {
    const story = new MeetingStory().enters('ann').after(1000);
    const lostAt = story.now;
    story.happens([{ type: 'connection-lost', seat: 'ann', since: lostAt, keptUntil: lostAt + 20_000 }]);
    story.after(15_000).happens(keepSeats(story.state, story.now, story.now));
    expect(story.state.attendees.get('ann')?.stay?.lost).toEqual({
      since: lostAt,
      keptUntil: story.now + RESTART_KEPT_MS,
    });
  });

  it('never says that somebody left before they came', () => {
    const story = new MeetingStory().after(5000).enters('ann');
    expect(keepSeats(story.state, 0, story.now)).toMatchObject([{ since: story.now }]);
  });

  it('does nothing to a meeting that is over', () => {
    const story = new MeetingStory().enters('ann').happens([{ type: 'ended', by: null, reason: 'api' }]);
    expect(keepSeats(story.state, 0, story.now)).toEqual([]);
  });
});
