import { isPaint } from '../brand/index.ts';
import { type MarkName, type Shape, shapes } from './shapes.ts';

/**
 * The mark as a file of its own, for a hall, a mail, a tab.
 *
 * @throws TypeError when the paint is not `#rrggbb`.
 */
export function markSvg(mark: MarkName, paint: string): string {
  if (!isPaint(paint)) throw new TypeError(`A paint is written #rrggbb, not ${JSON.stringify(paint)}`);
  const drawn = shapes[mark].map((shape) => written(shape, paint)).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="${paint}">${drawn}</svg>\n`;
}

function written({ tag, ...rest }: Shape, paint: string): string {
  const { line, ...place } = { line: undefined, ...rest };
  const attributes = Object.entries(place).map(([name, value]) => ` ${name}="${value}"`);
  const stroke = line === undefined ? '' : ` fill="none" stroke="${paint}" stroke-width="${line}"`;
  return `<${tag}${attributes.join('')}${stroke}/>`;
}
