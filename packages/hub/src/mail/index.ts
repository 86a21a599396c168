export { type Letter, type LetterPart, writeLetter } from './letter.ts';
export type { Mail, Mailer, Sent } from './mail.ts';
export { createMailing, type MailGround, type Mailing } from './mailing.ts';
export { mailManifest } from './manifest.ts';
export { mailSpeech } from './speech.ts';
