import { Key, Notice, RefreshCw, WifiOff } from '@koinon/ui';
import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { silence } from '../hub/index.ts';
import { sessionQuestion } from './session.ts';
import { useSpeech } from './speech.ts';

const againMs = 5000;

/** Says that the hub does not answer, for as long as it does not, and asks again by itself. */
export function SilenceNotice() {
  const silent = useSyncExternalStore(silence.subscribe, silence.now);
  return silent ? <Silence /> : null;
}

function Silence() {
  const { say } = useSpeech();
  const questions = useQueryClient();
  const busy = useIsFetching() > 0;
  useEffect(() => {
    const again = setInterval(() => void questions.refetchQueries(sessionQuestion), againMs);
    return () => {
      clearInterval(again);
      // It answers again: what is shown may be old.
      void questions.invalidateQueries();
    };
  }, [questions]);
  return (
    <Notice
      kind="warn"
      icon={WifiOff}
      live
      title={say(navigator.onLine ? 'silence.title' : 'silence.offline')}
      keys={
        <Key icon={RefreshCw} busy={busy} onClick={() => void questions.invalidateQueries()}>
          {say('silence.again')}
        </Key>
      }
    >
      {say('silence.kept')}
    </Notice>
  );
}
