export interface Grid {
  columns: number;
  rows: number;
  /** CSS pixels of one tile. */
  tileWidth: number;
  tileHeight: number;
}

const WIDEST = 16 / 9;
const MIN_WIDTH = 96;
const MIN_HEIGHT = 88;

/**
 * The grid in which `count` tiles show the most picture on a stage of this size (CSS pixels). Tiles are never wider
 * than a film, and never narrower than a square (on a standing phone: than a portrait), so that a face is not cut.
 * When they do not fit at their least size the stage scrolls.
 */
export function bestGrid(count: number, width: number, height: number, gap: number): Grid {
  const narrowest = width > height ? 1 : 0.75;
  const most = Math.max(1, Math.min(count, Math.floor((width + gap) / (MIN_WIDTH + gap))));
  const grids = Array.from({ length: most }, (_, index) => {
    const columns = index + 1;
    const rows = Math.max(1, Math.ceil(count / columns));
    const cellWidth = Math.max(0, (width - gap * (columns - 1)) / columns);
    const cellHeight = Math.max(MIN_HEIGHT, (height - gap * (rows - 1)) / rows);
    const shape = Math.min(WIDEST, Math.max(narrowest, cellWidth / cellHeight));
    const tileWidth = Math.floor(Math.min(cellWidth, cellHeight * shape));
    const tileHeight = Math.floor(tileWidth / shape);
    const fits = rows * tileHeight + gap * (rows - 1) <= height;
    return { columns, rows, tileWidth, tileHeight, fits };
  });
  const fitting = grids.filter(({ fits }) => fits);
  const best = (fitting.length > 0 ? fitting : grids.slice(-1)).reduce((a, b) => (area(b) > area(a) ? b : a));
  return { columns: best.columns, rows: best.rows, tileWidth: best.tileWidth, tileHeight: best.tileHeight };
}

function area({ tileWidth, tileHeight }: Grid): number {
  return tileWidth * tileHeight;
}
