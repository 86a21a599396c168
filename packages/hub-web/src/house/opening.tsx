import { SilenceNotice } from './silence-notice.tsx';
import { useSpeech } from './speech.ts';

/** Before the house is known: an empty rail; and when the hub does not say, that it does not. */
export function Opening({ failed = false }: { failed?: boolean }) {
  return (
    <>
      <header className="rail">
        <div className="rail-in" />
      </header>
      {failed ? <Unopened /> : null}
    </>
  );
}

function Unopened() {
  const { say } = useSpeech();
  return (
    <main id="main" className="page stack">
      <h1 className="sr">{say('opening.failed')}</h1>
      <SilenceNotice />
    </main>
  );
}
