/** A house's own mark. Our own drawings, on a ground of 32 by 32, in the colour of the writing around them. */
export type MarkName = 'waves' | 'weave' | 'table' | 'door';

export type Shape =
  | { tag: 'path'; d: string; line?: number }
  | { tag: 'rect'; x: number; y: number; width: number; height: number; rx: number }
  | { tag: 'circle'; cx: number; cy: number; r: number };

const thread = (x: number, y: number, width: number, height: number): Shape => ({
  tag: 'rect',
  x,
  y,
  width,
  height,
  rx: 1,
});
const seat = (cx: number, cy: number): Shape => ({ tag: 'circle', cx, cy, r: 2.7 });

export const shapes: Record<MarkName, readonly Shape[]> = {
  waves: [
    { tag: 'path', d: 'M1.5 18 9 7.5 16 17l7-9.5L30.5 18v2.5h-29z' },
    {
      tag: 'path',
      d: 'M1.5 26c2.4 0 2.4-2 4.8-2s2.4 2 4.9 2 2.4-2 4.8-2 2.4 2 4.8 2 2.4-2 4.9-2 2.4 2 4.8 2',
      line: 2.4,
    },
  ],
  weave: [
    thread(2.5, 1, 7, 10.5),
    thread(1, 12.5, 10.5, 7),
    thread(2.5, 21, 7, 10.5),
    thread(10.5, 2.5, 10.5, 7),
    thread(12.5, 10.5, 7, 10.5),
    thread(10.5, 22.5, 10.5, 7),
    thread(22.5, 1, 7, 10.5),
    thread(21, 12.5, 10.5, 7),
    thread(22.5, 21, 7, 10.5),
  ],
  table: [
    { tag: 'rect', x: 3, y: 11, width: 26, height: 10, rx: 2 },
    ...[6, 26].flatMap((y) => [8, 16, 24].map((x) => seat(x, y))),
  ],
  door: [
    { tag: 'path', d: 'M7 3h18v25h-3.5V6.5h-11V28H7z' },
    { tag: 'path', d: 'M12 8l8 3v17h-8z' },
    { tag: 'rect', x: 3, y: 28, width: 26, height: 2.5, rx: 1 },
  ],
};
