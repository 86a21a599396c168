import type { RunningView } from '@koinon/hub/wire';
import { Badge, Sign, TriangleAlert } from '@koinon/ui';
import { useSpeech } from '../../house/index.ts';

/** The sign on a door: free, or open with how many are in; and when its server does not answer, that too. */
export function RunningSign({ running }: { running: RunningView | null }) {
  const { say } = useSpeech();
  if (!running) return <Sign state="free">{say('sign.free')}</Sign>;
  return (
    <>
      <Sign state="open">{say('sign.open', { n: running.people })}</Sign>
      {running.reachable ? null : (
        <Badge kind="warn" icon={TriangleAlert}>
          {say('sign.unreachable')}
        </Badge>
      )}
    </>
  );
}
