import { describe, expect, it } from 'vitest';
import { MeetingStory } from '../testing/meeting-story.ts';
import { admit, deny } from './lobby.ts';
import { lobbyView } from './views.ts';

describe('the lobby', () => {
  it('is opened by moderators in the meeting alone', () => {
    const story = new MeetingStory().seat('away', { role: 'MODERATOR' }).enters('ann').asks('guest');
    for (const by of ['ann', 'away', 'guest', 'nobody']) {
      expect(admit(story.state, by, ['guest'])).toEqual({ ok: false, error: 'not-allowed' });
      expect(deny(story.state, by, ['guest'])).toEqual({ ok: false, error: 'not-allowed' });
    }
  });

  it('lets in those who wait, each once, and passes over others', () => {
    const story = new MeetingStory().enters('mod', 'MODERATOR').asks('g1').asks('g2');
    const admitted = admit(story.state, 'mod', ['g1', 'g1', 'nobody', 'mod']);
    expect(admitted).toEqual({
      ok: true,
      value: [
        { type: 'admitted', seat: 'g1', by: 'mod' },
        { type: 'entered', seat: 'g1', mic: 'on', camera: 'on' },
      ],
    });
    if (admitted.ok) story.happens(admitted.value);
    expect(lobbyView(story.state).map(({ id }) => id)).toEqual(['g2']);
    expect(admit(story.state, 'mod', ['g1'])).toEqual({ ok: true, value: [] });
  });

  it('keeps the admission of somebody whose connection is lost, who enters on return', () => {
    const story = new MeetingStory().enters('mod', 'MODERATOR').asks('guest');
    story.happens([{ type: 'connection-lost', seat: 'guest', since: 0, keptUntil: 1 }]);
    expect(admit(story.state, 'mod', ['guest'])).toEqual({
      ok: true,
      value: [{ type: 'admitted', seat: 'guest', by: 'mod' }],
    });
  });

  it('lets in no more than may be there', () => {
    const story = new MeetingStory({ maxParticipants: 1 }).enters('mod', 'MODERATOR').asks('guest');
    expect(admit(story.state, 'mod', ['guest'])).toEqual({ ok: false, error: 'meeting-full' });
  });

  it('turns away for good', () => {
    const story = new MeetingStory().enters('mod', 'MODERATOR').asks('guest');
    const denied = deny(story.state, 'mod', ['guest']);
    if (denied.ok) story.happens(denied.value);
    expect(lobbyView(story.state)).toEqual([]);
    expect(story.state.attendees.get('guest')?.admission).toBe('denied');
  });
});
