// Speech without React: the same on the server (mails, page titles) and in the browser. For React: ./react.tsx.
export { checkCatalogues } from './check-catalogues.ts';
export { direction } from './direction.ts';
export { createFormats, type Formats } from './formats.ts';
export type { Piece } from './message.ts';
export { acceptedLanguages, formatLocale, pickLanguage } from './pick.ts';
export {
  type Catalogue,
  createSpeech,
  type Speaking,
  type Speech,
  type Value,
  type Values,
} from './speech.ts';
