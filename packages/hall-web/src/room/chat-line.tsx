import { CircleAlert, Clock, classNames, Icon, Key, RefreshCw } from '@koinon/ui';
import { useSpeech } from '../language/speech.ts';
import type { Line } from '../meeting/state.ts';
import { useVisit } from '../visit/visit.ts';
import { linked } from './linked.ts';

const TOGETHER_MS = 120_000;

/** One message. Several in a row by the same person share one name. */
export function ChatLine({ line, before, own }: { line: Line; before: Line | undefined; own: boolean }) {
  const { say, format } = useSpeech();
  const together = before?.from === line.from && Date.parse(line.at) - Date.parse(before.at) < TOGETHER_MS;
  return (
    <li className={classNames(own && 'msg-own', together && 'msg-more')} data-message={line.id}>
      <p className={classNames('msg-by', together && 'sr')}>
        <b>{own ? say('chat.you') : <bdi>{line.name}</bdi>}</b>{' '}
        <time dateTime={line.at}>{format.time(line.at)}</time>
      </p>
      <p className="msg-text" dir="auto">
        {linked(line.text).map((piece, at) =>
          piece.href === null ? (
            piece.text
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one message keep their places.
            <a key={at} href={piece.href} target="_blank" rel="noopener noreferrer">
              {piece.text}
            </a>
          ),
        )}
      </p>
      {line.state === 'said' ? null : <NotYetSaid line={line} />}
    </li>
  );
}

function NotYetSaid({ line }: { line: Line }) {
  const { say } = useSpeech();
  const visit = useVisit();
  if (line.state === 'sending') {
    return (
      <p className="msg-state small quiet">
        <Icon of={Clock} />
        {say('chat.sending')}
      </p>
    );
  }
  return (
    <p className="msg-state msg-failed small" role="status">
      <Icon of={CircleAlert} />
      <span>{say('chat.failed')}</span>
      <Key small variant="bare" icon={RefreshCw} onClick={() => visit.sayAgain(line)}>
        {say('chat.again')}
      </Key>
    </p>
  );
}
