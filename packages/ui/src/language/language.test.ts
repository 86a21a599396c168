import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  acceptedLanguages,
  checkCatalogues,
  createFormats,
  createSpeech,
  direction,
  formatLocale,
  pickLanguage,
} from './index.ts';

const en = {
  people: '{n, plural, one {# person} other {# people}}',
  ask: 'Ask <link>{name}</link>, <b>not <i>me</i></b>.',
  plain: 'Start',
};
const fr = {
  people: '{n, plural, one {# personne} other {# personnes}}',
  ask: 'Demandez à <link>{name}</link>, <b>pas <i>à moi</i></b>.',
  plain: 'Démarrer',
};
const speech = createSpeech({ en, fr });

describe('a speech', () => {
  it('says each sentence in its language', () => {
    expect(speech.in('en').say('people', { n: 1 })).toBe('1 person');
    expect(speech.in('en').say('people', { n: 1200 })).toBe('1,200 people');
    expect(speech.in('fr').say('people', { n: 0 })).toBe('0 personne');
    expect(speech.in('fr').say('plain')).toBe('Démarrer');
  });

  it('leaves the marks of parts out of plain text, and takes a sentence apart', () => {
    expect(speech.in('en').say('ask', { name: 'Rui' })).toBe('Ask Rui, not me.');
    expect(speech.in('fr').pieces('ask', { name: 'Rui' })).toEqual([
      'Demandez à ',
      { part: 'link', inside: ['Rui'] },
      ', ',
      { part: 'b', inside: ['pas ', { part: 'i', inside: ['à moi'] }] },
      '.',
    ]);
  });

  it('isolates a name that is written the other way, and takes its direction controls out', () => {
    expect(speech.in('en').say('ask', { name: 'سلمى' })).toBe('Ask \u2068سلمى\u2069, not me.');
    expect(speech.in('en').say('ask', { name: 'ab\u202Ecd' })).toBe('Ask \u2068abcd\u2069, not me.');
  });

  it('refuses a language without a catalogue', () => {
    expect(() => speech.in('de')).toThrow(new RangeError('No catalogue for the language de'));
  });

  it('never lets a value open a part or vanish', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const pieces = speech.in('en').pieces('ask', { name });
        expect(pieces.filter((piece) => typeof piece !== 'string').map((piece) => piece.part)).toEqual([
          'link',
          'b',
        ]);
      }),
    );
    for (const name of ['<b>', '\uE000b\uE001', '{n}', "'{'", '#', '</link>']) {
      const said = speech.in('en').say('ask', { name });
      expect(said).toBe(`Ask ${name.replace(/[\uE000\uE001]/g, '')}, not me.`);
    }
  });
});

describe('checking catalogues', () => {
  it('finds nothing in good ones', () => expect(checkCatalogues({ en, fr })).toEqual([]));

  it('says what is missing, empty, foreign, different or unreadable', () => {
    const { plain: _, ...less } = fr;
    expect(checkCatalogues({ en, fr: less })).toEqual(['fr lacks plain']);
    expect(checkCatalogues({ en, fr: { ...fr, plain: ' ' } })).toEqual(['fr says nothing for plain']);
    expect(checkCatalogues({ en, fr: { ...fr, more: 'x' } })).toEqual(['fr has more, en has not']);
    expect(checkCatalogues({ en, fr: { ...fr, people: '{m}' } })).toEqual([
      'fr fills people with {m} instead of {n, plural}',
    ]);
    expect(checkCatalogues({ en, fr: { ...fr, plain: '<b>x</b>' } })).toEqual([
      'fr fills plain with <b> instead of nothing',
    ]);
    expect(checkCatalogues({ en, fr: { ...fr, plain: '{a' } })[0]).toMatch(/^fr cannot be read at plain: /);
    expect(checkCatalogues({})).toEqual(['There is no catalogue']);
  });
});

describe('picking a language', () => {
  it('follows the person, then the browser among what the house offers, then the house', () => {
    const offered = ['fr', 'en'] as const;
    expect(pickLanguage({ chosen: 'en', offered, preferred: ['fr'] })).toBe('en');
    expect(pickLanguage({ chosen: null, offered, preferred: ['de-AT', 'en-US', 'fr'] })).toBe('en');
    expect(pickLanguage({ chosen: 'de', offered, preferred: ['de'] })).toBe('fr');
    expect(pickLanguage({ offered })).toBe('fr');
  });

  it('reads Accept-Language by weight and leaves out what it cannot read', () => {
    expect(acceptedLanguages('fr-CA, en;q=0.5, de;q=0.9, *;q=0.1, x;q=2, es;q=0')).toEqual([
      'fr-CA',
      'de',
      'en',
    ]);
    expect(acceptedLanguages(undefined)).toEqual([]);
    fc.assert(fc.property(fc.string(), (header) => Array.isArray(acceptedLanguages(header))));
  });

  it('reads a hostile Accept-Language as fast as any other of its length', () => {
    const began = performance.now();
    expect(acceptedLanguages(`fr${' '.repeat(300_000)}x`)).toEqual([]);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('keeps the region of the browser for dates and numbers', () => {
    expect(formatLocale('en', ['fr-CA', 'en-AU'])).toBe('en-AU');
    expect(formatLocale('en', ['fr-CA'])).toBe('en-GB');
    expect(formatLocale('fr')).toBe('fr-FR');
  });

  it('knows the direction', () => {
    expect(['ar', 'he-IL', 'fa', 'fr', 'en-GB'].map(direction)).toEqual(['rtl', 'rtl', 'rtl', 'ltr', 'ltr']);
  });
});

describe('formats', () => {
  const gb = createFormats('en-GB', 'Europe/London');
  const ca = createFormats('fr-CA', 'America/Montreal');

  it('write dates and times in their zone', () => {
    expect(gb.time('2026-06-12T13:00:00Z')).toBe('14:00');
    expect(gb.date('1999-06-12T13:00:00Z')).toBe('12 June 1999');
    expect(ca.time('2026-06-12T13:00:00Z')).toBe('09 h 00');
  });

  it('say how long ago in the largest unit', () => {
    const now = '2026-06-12T12:00:00Z';
    expect(gb.relative('2026-06-12T11:56:00Z', now)).toBe('4 minutes ago');
    expect(gb.relative('2026-06-13T13:00:00Z', now)).toBe('tomorrow');
    expect(ca.relative('2026-06-12T10:00:00Z', now)).toBe('il y a 2 heures');
  });

  it('say how long', () => {
    expect([20, 60, 2880, 6720, 7200, 59.6].map((s) => gb.duration(s))).toEqual([
      '20 secs',
      '1 min',
      '48 mins',
      '1 hr 52 mins',
      '2 hrs',
      '1 min',
    ]);
  });

  it('write money exactly from minor units', () => {
    expect(gb.money(1250n, 'GBP')).toBe('£12.50');
    expect(gb.money(-5n, 'GBP')).toBe('-£0.05');
    expect(gb.money(1250, 'JPY')).toBe('JP¥1,250');
    expect(gb.money(900719925474099301n, 'GBP')).toBe('£9,007,199,254,740,993.01');
    expect(ca.money(1250n, 'CAD').replace(/\s/g, ' ')).toBe('12,50 $');
  });

  it('join lists', () => {
    expect(gb.list(['Noémie', 'Amadou', 'Rui'])).toBe('Noémie, Amadou and Rui');
    expect(ca.list(['Noémie', 'Rui'])).toBe('Noémie et Rui');
  });
});
