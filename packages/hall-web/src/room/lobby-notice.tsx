import { Hourglass, Icon, Key } from '@koinon/ui';
import { Say, useSpeech } from '../language/speech.ts';
import { useMeeting, useVisit } from '../visit/visit.ts';

const NAMED = 3;

/** Tells moderators who waits, and lets one or all in. Each one alone is decided in the list of people. */
export function LobbyNotice({ onLook }: { onLook: () => void }) {
  const { say, format } = useSpeech();
  const visit = useVisit();
  const waiting = useMeeting((meeting) => meeting.lobby);
  const full = useMeeting((meeting) => meeting.full);
  const [first] = waiting;
  if (first === undefined) return null;
  const ids = waiting.map(({ id }) => id);
  const names = waiting.slice(0, NAMED).map(({ name }) => name);
  const rest = waiting.length - names.length;
  const listed =
    rest === 0 ? format.list(names) : say('waiting.and-others', { names: names.join(', '), count: rest });
  const strong = { strong: (words: React.ReactNode) => <strong>{words}</strong> };
  return (
    <section className="mlobby" aria-label={say('people.lobby')}>
      <p role="status">
        <Icon of={Hourglass} />
        <span>
          {waiting.length === 1 ? (
            <Say id="waiting.one" values={{ name: first.name }} parts={strong} />
          ) : (
            <Say id="waiting.many" values={{ count: waiting.length, names: listed }} parts={strong} />
          )}{' '}
          {full ? say('waiting.full') : null}
        </span>
      </p>
      <span className="row-s push">
        <Key variant="main" onClick={() => void visit.admit(ids)}>
          {waiting.length === 1 && say('waiting.admit')}
          {waiting.length === 2 && say('waiting.admit-both')}
          {waiting.length > 2 && say('waiting.admit-all', { count: waiting.length })}
        </Key>
        {waiting.length === 1 ? (
          <Key onClick={() => visit.deny(ids)}>{say('waiting.deny')}</Key>
        ) : (
          <Key onClick={onLook}>{say('waiting.look')}</Key>
        )}
      </span>
    </section>
  );
}
