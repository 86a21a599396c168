import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestGrid } from './best-grid.ts';

test.each([
  // count, stage, columns, rows
  [1, [1072, 700], 1, 1],
  [2, [1072, 700], 2, 1],
  [6, [1072, 700], 3, 2],
  [12, [1072, 700], 4, 3],
  [25, [1072, 700], 5, 5],
  [1, [344, 590], 1, 1],
  [2, [344, 590], 1, 2],
  [6, [344, 590], 2, 3],
  [12, [344, 590], 3, 4],
] as const)('%i people on a stage of %j', (count, [width, height], columns, rows) => {
  expect(bestGrid(count, width, height, 8)).toMatchObject({ columns, rows });
});

test('always has a place for everybody and never runs out of the side of the stage', () => {
  const size = fc.integer({ min: 0, max: 4000 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), size, size, (count, width, height) => {
      const grid = bestGrid(count, width, height, 8);
      expect(grid.columns * grid.rows).toBeGreaterThanOrEqual(count);
      expect(grid.columns * grid.tileWidth + 8 * (grid.columns - 1)).toBeLessThanOrEqual(Math.max(width, 0));
      expect(grid.tileWidth).toBeGreaterThanOrEqual(0);
    }),
  );
});
