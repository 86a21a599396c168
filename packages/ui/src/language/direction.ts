const rightToLeft = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'ks',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
]);

/** The direction in which a language is written, for `<html dir>`. */
export function direction(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(language.split('-')[0]?.toLowerCase() ?? '') ? 'rtl' : 'ltr';
}

const otherWay = {
  ltr: /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}|\p{Script=Adlam}|[\u202A-\u202E\u2066-\u2069]/u,
  rtl: /\p{L}/u,
};

/**
 * A value as it may stand in a sentence: one written the other way is isolated (U+2068 … U+2069), and its own
 * direction controls are taken out, so that no name turns a sentence around.
 */
export function isolated(value: string, sentence: 'ltr' | 'rtl'): string {
  if (!otherWay[sentence].test(value)) return value;
  return `\u2068${value.replace(/[\u202A-\u202E\u2066-\u2069]/g, '')}\u2069`;
}
