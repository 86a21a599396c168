import { describe, expect, it } from 'vitest';
import { MeetingStory } from '../testing/meeting-story.ts';
import { say } from './chat.ts';

describe('the chat', () => {
  it('says a repeated message once', () => {
    const story = new MeetingStory().enters('ann');
    const message = { id: 'm1', text: 'hello' };
    story.happens(say(story.state, 'ann', message));
    expect(say(story.state, 'ann', message)).toEqual([]);
    expect(story.state.chat).toEqual([
      { id: 'm1', from: 'ann', name: 'ann', text: 'hello', at: new Date(story.now).toISOString() },
    ]);
  });

  it('is for those present', () => {
    expect(say(new MeetingStory().seat('out').state, 'out', { id: 'm1', text: 'x' })).toEqual([]);
  });

  it('keeps a bounded picture, the newest of it', () => {
    const story = new MeetingStory().enters('ann');
    const text = 'x'.repeat(5000);
    for (let n = 0; n < 500; n += 1) story.happens(say(story.state, 'ann', { id: `m${n}`, text }));
    expect(story.state.chat).toHaveLength(96);
    expect(story.state.chat.at(-1)?.id).toBe('m499');
    expect(say(story.state, 'ann', { id: 'm0', text })).toEqual([]);
  });
});
