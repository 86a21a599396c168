import { describe, expect, it } from 'vitest';
import { Losses } from './losses.ts';

describe('lost packets', () => {
  it('are asked for at once, and again after a pause', () => {
    const losses = new Losses();
    losses.lost([5, 6], 0);
    expect(losses.due(7, 0)).toEqual({ ask: [5, 6], abandoned: false });
    expect(losses.due(7, 20)).toEqual({ ask: [], abandoned: false });
    expect(losses.due(7, 60)).toEqual({ ask: [5, 6], abandoned: false });
  });

  it('are forgotten when they come', () => {
    const losses = new Losses();
    losses.lost([5], 0);
    losses.found(5);
    expect(losses.due(7, 0)).toEqual({ ask: [], abandoned: false });
    expect(losses.size).toBe(0);
  });

  it('are given up after eight requests', () => {
    const losses = new Losses();
    losses.lost([5], 0);
    let asked = 0;
    let atMs = 0;
    for (; losses.size > 0; atMs += 100) asked += losses.due(7, atMs).ask.length;
    expect(asked).toBe(8);
    expect(losses.due(7, atMs)).toEqual({ ask: [], abandoned: false });
  });

  it('are given up when the stream has gone far ahead', () => {
    const losses = new Losses();
    losses.lost([5], 0);
    expect(losses.due(1_000, 0)).toEqual({ ask: [], abandoned: true });
  });
});
