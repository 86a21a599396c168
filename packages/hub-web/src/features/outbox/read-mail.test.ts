import { expect, it } from 'vitest';
import { readMail } from './read-mail.ts';

it('finds the code, not the digits of an address', () => {
  expect(readMail('https://x.example/sign-in/link?token=123456\n\nYour code: 482913.').code).toBe('482913');
  expect(readMail('Votre code : 482 913').code).toBe('482 913');
  expect(readMail('No digits, or too many: 12345678').code).toBeNull();
});

it('keeps every line, with its addresses apart', () => {
  expect(readMail('Open https://x.example/a?b=c now\r\n\r\nBye').lines).toEqual([
    [
      { text: 'Open ', link: false },
      { text: 'https://x.example/a?b=c', link: true },
      { text: ' now', link: false },
    ],
    [{ text: '', link: false }],
    [{ text: 'Bye', link: false }],
  ]);
});
