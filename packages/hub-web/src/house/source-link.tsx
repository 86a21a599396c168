import { useSpeech } from './speech.ts';

/** Where the source code of this site can be had, if the people who run it said so. The hub writes it into the page. */
const address = document.querySelector<HTMLMetaElement>('meta[name="koinon-source"]')?.content ?? '';

export function SourceLink() {
  const { say } = useSpeech();
  return /^https?:\/\//.test(address) ? <a href={address}>{say('shell.source')}</a> : null;
}
