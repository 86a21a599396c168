import { expect, test } from 'vitest';
import { codeLetter, noMemberLetter } from './letters.ts';

const house = {
  name: 'Harbour Street',
  address: 'https://meet.example/c/harbour',
  languages: ['en', 'fr'],
};
const given = { code: '012345', link: 'https://meet.example/c/harbour/sign-in/link#token=abc', minutes: 15 };

test('the letter with the code says everything in plain text', () => {
  const { subject, text, language } = codeLetter({ house, languages: [null, 'en'] }, given);
  expect(language).toBe('en');
  expect(subject).toBe('Your code for Harbour Street');
  expect(text).toBe(`You asked to sign in to Harbour Street. Type this code where you asked for it:

012345

Or open this link in any browser, and press the key on its page:

Sign in to Harbour Street
https://meet.example/c/harbour/sign-in/link#token=abc

Code and link work for 15 minutes from when you asked. As soon as one has been used, both are spent.

If you did not ask, somebody mistyped an address or tried yours. Do not pass the code on: without it nobody comes in, and there is nothing else to do.

-- 
Harbour Street, https://meet.example/c/harbour
`);
});

test('the code is not in the subject, which a locked phone shows', () => {
  expect(codeLetter({ house, languages: ['en'] }, given).subject).not.toContain(given.code);
});

test('HTML says the same, and nothing of it can break out', () => {
  const sly = { ...house, name: '<img src=x onerror=alert(1)>" & Co' };
  const { html } = codeLetter({ house: sly, languages: ['fr'] }, given);
  expect(html).toContain('<html lang="fr" dir="ltr">');
  expect(html).toContain('&#60;img src=x onerror=alert(1)&#62;&#34; &#38; Co');
  expect(html).not.toContain('<img');
  expect(html).toContain(`<a href="${given.link}"`);
  expect(html).toContain('>012345</p>');
});

test('a name with line breaks stays in its line of the subject', () => {
  const sly = { ...house, name: 'A\r\nBcc: all@example.org\u2028B' };
  const { subject } = noMemberLetter({ house: sly, languages: ['en'] });
  expect(subject).toBe('A Bcc: all@example.org B does not know this address');
});

test('a name written from right to left does not turn the sentence around', () => {
  const { text } = codeLetter({ house: { ...house, name: 'بيت الميناء' }, languages: ['en'] }, given);
  expect(text).toContain('sign in to \u2068بيت الميناء\u2069. Type');
});

test.each([
  [['fr', 'en'], ['en', 'fr'], 'fr'],
  [[null, 'fr'], ['en', 'fr'], 'fr'],
  [['de', 'fr'], ['en', 'fr'], 'fr'],
  [['de'], ['fr', 'en'], 'fr'],
  [['fr'], ['en'], 'en'],
  [['de'], ['de'], 'en'],
])('wished for in %j, in a house that offers %j, it is in %s', (languages, offered, language) => {
  expect(noMemberLetter({ house: { ...house, languages: offered }, languages }).language).toBe(language);
});
