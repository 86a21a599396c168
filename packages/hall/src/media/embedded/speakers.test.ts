import { describe, expect, it } from 'vitest';
import { Speakers } from './speakers.ts';

/** Feeds volumes (-dBov) every 20 ms for a while. */
function hear(speakers: Speakers, volumes: Record<string, number>, fromMs: number, forMs: number): void {
  for (let atMs = fromMs; atMs < fromMs + forMs; atMs += 20) {
    for (const [person, level] of Object.entries(volumes)) speakers.heard(person, level, atMs);
  }
}

describe('speakers', () => {
  it('are told loudest first, and only when others speak than before', () => {
    const speakers = new Speakers();
    hear(speakers, { ada: 30, ben: 20, cleo: 80 }, 0, 500);
    expect(speakers.changed(500)).toEqual(['ben', 'ada']);
    hear(speakers, { ada: 10, ben: 20, cleo: 80 }, 500, 500);
    expect(speakers.changed(1_000)).toBeNull();
  });

  it('hold through the pauses between words, then fall silent', () => {
    const speakers = new Speakers();
    hear(speakers, { ada: 20 }, 0, 400);
    expect(speakers.changed(400)).toEqual(['ada']);
    hear(speakers, { ada: 127 }, 400, 600);
    expect(speakers.changed(1_000)).toBeNull();
    hear(speakers, { ada: 127 }, 1_000, 1_000);
    expect(speakers.changed(2_000)).toEqual([]);
  });

  it('are not made by a click', () => {
    const speakers = new Speakers();
    hear(speakers, { ada: 127 }, 0, 200);
    hear(speakers, { ada: 10 }, 200, 20);
    hear(speakers, { ada: 127 }, 220, 200);
    expect(speakers.changed(420)).toBeNull();
  });

  it('are told at most four times a second', () => {
    const speakers = new Speakers();
    hear(speakers, { ada: 20 }, 0, 200);
    expect(speakers.changed(200)).toEqual(['ada']);
    hear(speakers, { ben: 20 }, 200, 200);
    expect(speakers.changed(400)).toBeNull();
    expect(speakers.changed(450)).toEqual(['ben', 'ada']);
  });

  it('are forgotten when they leave', () => {
    const speakers = new Speakers();
    hear(speakers, { ada: 20 }, 0, 200);
    speakers.changed(200);
    speakers.forget('ada');
    expect(speakers.changed(500)).toEqual([]);
  });
});
