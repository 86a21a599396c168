import { Key, Notice, RefreshCw } from '@koinon/ui';
import { codeOf } from '../hub/index.ts';
import { problemSentence } from './problem-sentence.ts';
import { useSpeech } from './speech.ts';

/** What a page says when its question failed. Silence is said once, by the shell. */
export function ProblemNotice({
  error,
  onAgain,
  busy,
}: {
  error: unknown;
  onAgain?: () => void;
  busy?: boolean;
}) {
  const speech = useSpeech();
  if (codeOf(error) === 'silent') return null;
  return (
    <Notice
      kind="danger"
      live
      title={problemSentence(speech, error)}
      keys={
        onAgain ? (
          <Key icon={RefreshCw} busy={busy} onClick={onAgain}>
            {speech.say('problem.again')}
          </Key>
        ) : null
      }
    />
  );
}
