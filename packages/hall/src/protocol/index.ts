export * from './close.ts';
export * from './from-browser.ts';
export * from './media.ts';
export * from './people.ts';
export * from './to-browser.ts';
