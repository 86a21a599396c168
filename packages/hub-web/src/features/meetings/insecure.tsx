import { Notice } from '@koinon/ui';
import { useSpeech } from '../../house/index.ts';

/** Over an open line the browser gives no camera and no microphone: says so, and what to do. */
export function Insecure() {
  const { say } = useSpeech();
  return (
    <div className="at-door-form at-door-wide">
      <Notice kind="warn" title={say('insecure.title')}>
        {say('insecure.why', { address: window.location.host })}
      </Notice>
      <h2>{say('insecure.do')}</h2>
      <ol className="todo">
        <li>{say('insecure.https')}</li>
        <li>{say('insecure.operator')}</li>
        <li>{say('insecure.machine')}</li>
      </ol>
    </div>
  );
}
