import { describe, expect, it } from 'vitest';
import { MeetingStory } from '../testing/meeting-story.ts';
import { moveHand } from './hand.ts';

describe('hands', () => {
  it('keep their place when raised again, and come down', () => {
    const story = new MeetingStory().enters('ann');
    expect(moveHand(story.state, 'ann', false)).toEqual([]);
    story.happens(moveHand(story.state, 'ann', true));
    const raisedAt = story.now;
    story.after(5000).happens(moveHand(story.state, 'ann', true));
    expect(story.state.attendees.get('ann')?.stay?.handAt).toBe(raisedAt);
    story.happens(moveHand(story.state, 'ann', false));
    expect(story.state.attendees.get('ann')?.stay?.handAt).toBeNull();
  });

  it('are down after leaving and coming again', () => {
    const story = new MeetingStory().enters('ann').happens([{ type: 'hand', seat: 'ann', up: true }]);
    story.happens([{ type: 'left', seat: 'ann', when: story.now, reason: 'left' }]).enters('ann');
    expect(story.state.attendees.get('ann')?.stay?.handAt).toBeNull();
  });
});
