import type { DeviceState, Waiting } from '@koinon/hall/protocol';
import { Badge, Face, Hand, Icon, Key, Mic, MicOff, Monitor, X } from '@koinon/ui';
import { useSpeech } from '../language/speech.ts';
import { useDevices, useMeeting, useTracks, useVisit } from '../visit/visit.ts';
import { type Seat, seatsOf } from './seats.ts';
import { SidePanel } from './side-panel.tsx';

/** Everybody with whole names, and for moderators the lobby above them. */
export function PeoplePanel({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { say } = useSpeech();
  const meeting = useMeeting((all) => all);
  const devices = useDevices((all) => all);
  const seats = seatsOf(meeting, useTracks(), devices);
  return (
    <SidePanel
      name="people"
      title={say('people.title')}
      beside={<span className="count quiet">{seats.length}</span>}
      closeLabel={say('people.close')}
      open={open}
      onClose={onClose}
    >
      {meeting.lobby.length === 0 ? null : (
        <>
          <h3 className="mside-sub">{say('people.lobby')}</h3>
          <ul className="plist">
            {meeting.lobby.map((waiting) => (
              <WaitingRow key={waiting.id} waiting={waiting} />
            ))}
          </ul>
          <h3 className="mside-sub">{say('people.room')}</h3>
        </>
      )}
      <ul className="plist plist-room">
        {seats.map((seat) => (
          <PersonRow key={seat.person.id} seat={seat} />
        ))}
      </ul>
    </SidePanel>
  );
}

function WaitingRow({ waiting }: { waiting: Waiting }) {
  const { say } = useSpeech();
  const visit = useVisit();
  const { id, name } = waiting;
  return (
    <li>
      <Face id={id} name={name} />
      <bdi className="person-name">{name}</bdi>
      <Key small aria-label={say('waiting.admit-name', { name })} onClick={() => void visit.admit([id])}>
        {say('waiting.admit')}
      </Key>
      <Key variant="bare" iconOnly icon={X} onClick={() => visit.deny([id])}>
        {say('waiting.deny-name', { name })}
      </Key>
    </li>
  );
}

function PersonRow({ seat }: { seat: Seat }) {
  const { say } = useSpeech();
  const { person, handPlace } = seat;
  const facts = [
    seat.you ? say('people.you') : '',
    person.role === 'MODERATOR' ? say('people.moderator') : '',
    person.guest ? say('people.guest') : '',
    person.present ? '' : say('people.away'),
    person.screen ? say('people.sharing') : '',
    seat.speaking ? say('people.speaking') : '',
  ].filter((fact) => fact !== '');
  return (
    <li data-person={person.id}>
      <Face id={person.id} name={person.name} />
      <span className="person-name">
        <bdi>{person.name}</bdi>
        {facts.length === 0 ? null : <span className="small quiet block">{inOneLine(facts)}</span>}
      </span>
      {handPlace === null ? null : (
        <Badge kind="accent" icon={Hand}>
          <span aria-hidden="true">{say('people.hand', { place: handPlace })}</span>
          <span className="sr">{say('people.hand-label', { place: handPlace })}</span>
        </Badge>
      )}
      {person.screen ? <Icon of={Monitor} /> : null}
      <Sound mic={person.mic} />
    </li>
  );
}

function Sound({ mic }: { mic: DeviceState }) {
  const { say } = useSpeech();
  return (
    <span>
      <Icon of={mic === 'on' ? Mic : MicOff} />
      <span className="sr">{say(`people.mic-${mic}`)}</span>
    </span>
  );
}

/** "Moderator, speaking": begins with a capital, whichever fact comes first. */
function inOneLine(facts: readonly string[]): string {
  const line = facts.join(', ');
  return line.charAt(0).toLocaleUpperCase() + line.slice(1);
}
