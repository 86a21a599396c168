import { Dialog, Key } from '@koinon/ui';
import { useState } from 'react';
import { useSpeech } from '../language/speech.ts';
import { useVisit } from '../visit/visit.ts';

/** For moderators: leaving and ending are two things. The safe one comes first and has the focus. */
export function LeaveDialog({ onClose }: { onClose: () => void }) {
  const { say } = useSpeech();
  const visit = useVisit();
  const [ending, setEnding] = useState(false);
  const [failed, setFailed] = useState(false);
  const end = async () => {
    setEnding(true);
    setFailed(false);
    const ended = await visit.endForAll();
    setEnding(false);
    setFailed(!ended);
  };
  return (
    <Dialog title={say('leave.title')} onClose={onClose}>
      <p>{say('leave.says')}</p>
      <p className="field-error" role="alert">
        {failed ? say('leave.failed') : null}
      </p>
      <div className="row">
        <Key onClick={onClose} data-first-focus>
          {say('leave.stay')}
        </Key>
        <Key onClick={() => void visit.leave()}>{say('leave.leave')}</Key>
        <Key variant="danger-main" busy={ending} onClick={() => void end()}>
          {say(ending ? 'leave.ending' : 'leave.end')}
        </Key>
      </div>
    </Dialog>
  );
}
