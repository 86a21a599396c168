import type { DoorView } from '@koinon/hub/wire';
import { Field, Hourglass, Icon, Key, keep, kept, LogIn } from '@koinon/ui';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ProblemNotice, Say, useHouse, useSession, useSpeech } from '../../house/index.ts';
import { codeOf } from '../../hub/index.ts';
import { useEnter } from './use-enter.ts';
import { waitsInLobby } from './waits-in-lobby.ts';

const keptName = 'koinon-guest-name';

/** The name of a guest, what to know before going in, and the one key. */
export function DoorForm({ link, door }: { link: string; door: DoorView }) {
  const { say } = useSpeech();
  const session = useSession();
  const house = useHouse();
  const enter = useEnter(link);
  const member = session.roles.length > 0;
  const [name, setName] = useState(() => session.person?.name ?? kept(keptName) ?? '');
  const [missing, setMissing] = useState(false);
  const code = codeOf(enter.error);
  const nameWrong = missing || code === 'name-needed' || code === 'invalid';
  const open = door.may === 'join' || door.may === 'start';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (enter.isPending || !open) return;
    if (member) return enter.mutate({});
    const typed = name.trim();
    setMissing(typed === '');
    if (typed === '') return;
    keep(keptName, typed);
    enter.mutate({ name: typed });
  };
  return (
    <form className="stack-m" onSubmit={submit} noValidate>
      {door.may === 'sign-in' ? <p>{say('door.members-only', { house: house.name })}</p> : null}
      {!member && door.may !== 'sign-in' ? (
        <Field
          label={say('door.name')}
          hint={say('door.name-hint')}
          error={nameWrong ? say('door.name-missing') : null}
          name="name"
          autoComplete="name"
          maxLength={120}
          required
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      ) : null}
      <div className="stack-m" role="status">
        {door.may === 'wait' ? (
          <p className="waiting">
            <Icon of={Hourglass} />
            <span>{say(member ? 'door.wait-member' : 'door.wait', { host: door.host })}</span>
          </p>
        ) : null}
        {open && waitsInLobby(door, session) ? (
          <p className="hint join-lobby">
            <Icon of={Hourglass} />
            <span>{say('door.lobby')}</span>
          </p>
        ) : null}
      </div>
      {enter.isError && !nameWrong ? <ProblemNotice error={enter.error} /> : null}
      <div className="stack-s">
        {open ? (
          <Key type="submit" variant="main" tall wide icon={LogIn} busy={enter.isPending}>
            {say(keyWords(door.may, enter.isPending))}
          </Key>
        ) : null}
        {door.may === 'sign-in' && !session.person ? (
          <Link to="/sign-in" search={{ to: `/r/${link}` }} className="btn btn-main btn-tall btn-wide">
            <Icon of={LogIn} />
            {say('door.sign-in')}
          </Link>
        ) : null}
        {door.may !== 'sign-in' && !session.person ? (
          <p className="small quiet join-member">
            <Say
              id="door.member"
              values={{ house: house.name }}
              parts={{
                link: (words) => (
                  <Link to="/sign-in" search={{ to: `/r/${link}` }}>
                    {words}
                  </Link>
                ),
              }}
            />
          </p>
        ) : null}
      </div>
    </form>
  );
}

function keyWords(may: DoorView['may'], busy: boolean) {
  if (may === 'start') return busy ? 'room.starting' : 'room.start';
  return busy ? 'door.entering' : 'door.enter';
}
