import { classNames, dye, Hand, Icon, initials, MicOff, WifiOff } from '@koinon/ui';
import type { SentenceId } from '../language/catalogues.ts';
import { useSpeech } from '../language/speech.ts';
import { Picture } from './picture.tsx';
import type { Seat } from './seats.ts';

/** One person on the stage. Its name may be cut here; it stands whole in the list of people. */
export function Tile({ seat }: { seat: Seat }) {
  const { say } = useSpeech();
  const { person, you, camera, speaking } = seat;
  return (
    <li
      className={classNames(
        'mtile',
        camera === null && `d${dye(person.id)}`,
        speaking && 'is-speaking',
        you && 'mtile-you',
        !person.present && 'mtile-away',
      )}
      data-person={person.id}
    >
      {camera === null ? (
        <span className="mtile-ini" aria-hidden="true">
          {initials(person.name)}
        </span>
      ) : (
        <Picture track={camera} person={person.id} source="camera" />
      )}
      <Flag seat={seat} />
      <span className="mtile-name">
        {speaking ? <Speaking /> : person.mic === 'on' ? null : <Icon of={MicOff} />}
        <bdi className="mtile-text">{you ? say('tile.you', { name: person.name }) : person.name}</bdi>
        <span className="sr">{say(soundOf(seat))}</span>
      </span>
    </li>
  );
}

/** The one thing worth saying above the picture: a lost connection, then the hand, then the role. */
function Flag({ seat: { person, handPlace } }: { seat: Seat }) {
  const { say } = useSpeech();
  if (!person.present) {
    return (
      <span className="mtile-flag">
        <Icon of={WifiOff} />
        <span className="flag-long">{say('tile.away')}</span>
      </span>
    );
  }
  if (handPlace !== null) {
    return (
      <span className="mtile-flag mtile-hand">
        <Icon of={Hand} />
        <span className="flag-long">{say('tile.hand', { place: handPlace })}</span>
        <span className="flag-short" aria-hidden="true">
          {say('tile.hand-short', { place: handPlace })}
        </span>
      </span>
    );
  }
  return person.role === 'MODERATOR' ? <span className="mtile-flag">{say('tile.moderator')}</span> : null;
}

function Speaking() {
  return (
    <span className="speak" aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
  );
}

function soundOf({ person, speaking }: Seat): SentenceId {
  if (speaking) return 'tile.speaking';
  if (person.mic === 'on') return 'tile.mic-on';
  return person.mic === 'off' ? 'tile.muted' : 'tile.no-mic';
}
