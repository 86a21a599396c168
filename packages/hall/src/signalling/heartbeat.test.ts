import { describe, expect, it } from 'vitest';
import { ManualClock } from '../manual-clock.ts';
import type { Connection } from './connection.ts';
import { Heartbeat } from './heartbeat.ts';

class Pulse implements Pick<Connection, 'stage' | 'lastSeen' | 'ping' | 'declareDead'> {
  stage: Connection['stage'];
  lastSeen: number;
  pings = 0;
  isCut = false;
  constructor(stage: Connection['stage'], lastSeen: number) {
    this.stage = stage;
    this.lastSeen = lastSeen;
  }
  ping(): void {
    this.pings += 1;
  }
  declareDead(): void {
    this.isCut = true;
  }
}

function beating(stage: Connection['stage']) {
  const clock = new ManualClock();
  const pulse = new Pulse(stage, clock.now());
  const heartbeat = new Heartbeat(clock);
  heartbeat.watch(pulse);
  return { clock, pulse, heartbeat };
}

describe('the heartbeat', () => {
  it('cuts a dead connection within ten seconds of its last sign of life', () => {
    const { clock, pulse } = beating('seated');
    clock.advance(6_999);
    expect(pulse).toMatchObject({ isCut: false, pings: 2 });
    clock.advance(3_001);
    expect(pulse.isCut).toBe(true);
  });

  it('lets those live who answer', () => {
    const { clock, pulse } = beating('seated');
    for (let n = 0; n < 100; n += 1) {
      clock.advance(3000);
      pulse.lastSeen = clock.now();
    }
    expect(pulse.isCut).toBe(false);
  });

  it('cuts those who do not say who they are', () => {
    const { clock, pulse } = beating('new');
    for (let n = 0; n < 4; n += 1) {
      pulse.lastSeen = clock.now();
      clock.advance(3000);
    }
    expect(pulse.isCut).toBe(true);
  });

  it('stops', () => {
    const { clock, pulse, heartbeat } = beating('seated');
    heartbeat.stop();
    clock.advance(60_000);
    expect(pulse).toMatchObject({ isCut: false, pings: 0 });
  });
});
