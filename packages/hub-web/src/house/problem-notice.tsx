import { Key, Notice, RefreshCw } from '@koinon/ui';
import { codeOf } from '../hub/index.ts';
import { problemSentence } from './problem-sentence.ts';
import { useSpeech } from './speech.ts';

/**
 * What a page says when the hub said no: what happened first, then what was kept and what to do. `quiet`: silence is
 * left to the shell, which says it once.
 */
export function ProblemNotice(props: {
  error: unknown;
  onAgain?: () => void;
  busy?: boolean;
  quiet?: boolean;
}) {
  const speech = useSpeech();
  if (props.quiet && codeOf(props.error) === 'silent') return null;
  const sentence = problemSentence(speech, props.error);
  const [, happened = sentence, rest = ''] = /^(.+?[.?!])\s+(.+)$/su.exec(sentence) ?? [];
  return (
    <Notice
      kind="danger"
      live
      title={happened}
      keys={
        props.onAgain ? (
          <Key icon={RefreshCw} busy={props.busy} onClick={props.onAgain}>
            {speech.say('problem.again')}
          </Key>
        ) : null
      }
    >
      {rest}
    </Notice>
  );
}
