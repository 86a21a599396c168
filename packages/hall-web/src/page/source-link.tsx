import { webAddress } from '../brand/house.ts';
import { useSpeech } from '../language/speech.ts';

const named = document.querySelector<HTMLMetaElement>('meta[name="koinon-source"]');
/** Where the source code of this hall can be had, if the people who run it said so. The hall writes it into the page. */
const address = webAddress(named?.content ?? null);

/** In a tab of its own, so that nobody leaves a meeting by it. */
export function SourceLink() {
  const { say } = useSpeech();
  if (address === null) return null;
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {say('foot.source')}
    </a>
  );
}
