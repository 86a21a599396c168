// A house's mark without React: the hub serves it as a picture.
export { markSvg } from './mark-svg.ts';
export type { MarkName } from './shapes.ts';
