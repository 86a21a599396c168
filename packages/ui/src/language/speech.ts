import { setupI18n } from '@lingui/core';
import { direction, isolated } from './direction.ts';
import { createFormats, type Formats } from './formats.ts';
import { type CompiledMessage, cleared, compile, type Piece, pieces, withoutParts } from './message.ts';

export type Value = string | number;
export type Values = Readonly<Record<string, Value>>;
export type Catalogue<Id extends string> = Readonly<Record<Id, string>>;

/** One language, ready to speak. */
export interface Speech<Id extends string> {
  language: string;
  dir: 'ltr' | 'rtl';
  /** The sentence as plain text; its parts lose their marks. */
  say(id: Id, values?: Values): string;
  /** The sentence taken apart, for rich text. */
  pieces(id: Id, values?: Values): Piece[];
  format: Formats;
}

export interface Speaking {
  /** For dates and numbers, when it says more than the language (`en-GB`). */
  locale?: string;
  /** Without one: the device's own. */
  timeZone?: string;
}

/**
 * Speech in the languages of the catalogues. Messages are ICU, compiled when first said.
 *
 * @example createSpeech({ en, fr }).in('fr').say('room.start')
 */
export function createSpeech<Id extends string>(catalogues: Readonly<Record<string, Catalogue<Id>>>) {
  const compiled = new Map<string, CompiledMessage>();

  function message(language: string, id: Id): CompiledMessage {
    const key = `${language} ${id}`;
    const known = compiled.get(key);
    if (known) return known;
    const made = compile(catalogues[language]?.[id] ?? id);
    compiled.set(key, made);
    return made;
  }

  return {
    languages: Object.keys(catalogues),

    /** @throws RangeError for a language without a catalogue. */
    in(language: string, { locale = language, timeZone }: Speaking = {}): Speech<Id> {
      if (!catalogues[language]) throw new RangeError(`No catalogue for the language ${language}`);
      const dir = direction(language);
      const i18n = setupI18n({ locale: language, messages: { [language]: {} } });
      const formatted = (id: Id, values: Values = {}) => {
        const safe = Object.entries(values).map(([name, value]) => [
          name,
          typeof value === 'string' ? isolated(cleared(value), dir) : value,
        ]);
        if (!(id in i18n.messages)) i18n.load(language, { [id]: message(language, id) });
        return i18n._(id as string, Object.fromEntries(safe));
      };
      return {
        language,
        dir,
        say: (id, values) => withoutParts(formatted(id, values)),
        pieces: (id, values) => pieces(formatted(id, values)),
        format: createFormats(locale, timeZone),
      };
    },
  };
}
