import { describe, expect, it } from 'vitest';
import { MeetingStory } from '../testing/meeting-story.ts';

describe('notices', () => {
  it('tell of creation, joins, leaves at the time they happened, and the end', () => {
    const story = new MeetingStory().enters('ann').after(20_000);
    story
      .happens([{ type: 'left', seat: 'ann', when: story.now - 20_000, reason: 'lost' }])
      .happens([{ type: 'ended', by: null, reason: 'empty' }]);
    expect(
      story.state.notices.map(({ name, at, recordedAt }) => [name, at - story.now, recordedAt - story.now]),
    ).toEqual([
      ['meeting-created', -20_000, -20_000],
      ['user-joined', -20_000, -20_000],
      ['user-left', -20_000, 0],
      ['meeting-ended', 0, 0],
    ]);
  });

  it('remember which hooks know', () => {
    const story = new MeetingStory().happens([
      { type: 'hook-sent', notice: 1, hook: 'h1', outcome: 'told' },
      { type: 'hook-sent', notice: 1, hook: 'h2', outcome: 'given-up' },
    ]);
    expect(story.state.told).toEqual(new Map([[1, new Set(['h1', 'h2'])]]));
  });
});
