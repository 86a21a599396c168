import type { MeetingView } from '@koinon/hall/protocol';

/** A `#rrggbb` and nothing else may become a style. */
const PAINT = /^#[0-9a-f]{6}$/i;

/** Sets the co-op's paint, when the hall could not write it into the page before the meeting was known. */
export function paint(colour: string | null, root: HTMLElement): void {
  if (colour !== null && PAINT.test(colour)) root.style.setProperty('--brand', colour);
}

/** A web address that may become a link or a picture, or null: front ends can put any text there. */
export function webAddress(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const { protocol } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? address : null;
}

/** What is written at the top and in the tab. */
export function houseName(view: Pick<MeetingView, 'brand'>): string | null {
  const name = view.brand.name?.trim() ?? '';
  return name === '' ? null : name;
}
