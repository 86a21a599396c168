import { describe, expect, it } from 'vitest';
import { hostCandidates } from './candidates.ts';

describe('the addresses offered to browsers', () => {
  it('are the bound one', () => {
    expect(hostCandidates('127.0.0.1', null, 20_000)).toEqual([
      'candidate:1 1 udp 2130706431 127.0.0.1 20000 typ host',
    ]);
  });

  it('are all of the machine and loopback when it is bound to all', () => {
    const candidates = hostCandidates('0.0.0.0', null, 20_000);
    expect(candidates.at(-1)).toMatch(/ 127\.0\.0\.1 20000 typ host$/);
    expect(candidates.filter((each) => each.includes(':', 12))).toEqual([]);
    const priorities = candidates.map((each) => Number(each.split(' ')[3]));
    expect(priorities).toEqual([...priorities].sort((a, b) => b - a));
  });

  it('are the announced one alone', () => {
    expect(hostCandidates('0.0.0.0', '203.0.113.9', 20_000)).toEqual([
      'candidate:1 1 udp 2130706431 203.0.113.9 20000 typ host',
    ]);
  });
});
