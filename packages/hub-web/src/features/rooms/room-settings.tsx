import type { RoomChange, RoomView } from '@koinon/hub/wire';
import { Choices, Field, Hourglass, Icon, Key, type LucideIcon, Pencil, Play, useToast } from '@koinon/ui';
import { type FormEvent, type ReactNode, useState } from 'react';
import { ProblemNotice, useHouse, useSpeech } from '../../house/index.ts';
import { DeleteRoom } from './delete-room.tsx';
import { useChangeRoom } from './questions.ts';
import { useLobbyOptions, useStartOptions } from './room-options.tsx';

/** Settings as sentences that say how things stand; each opens to be changed. */
export function RoomSettings({ room }: { room: RoomView }) {
  const { say } = useSpeech();
  const house = useHouse().name;
  const lobbyOptions = useLobbyOptions();
  const startOptions = useStartOptions();
  const [name, setName] = useState(room.name);
  const [lobby, setLobby] = useState(room.lobby);
  const [whoMayStart, setWhoMayStart] = useState(room.whoMayStart);
  return (
    <section className="sheet" aria-labelledby="settings">
      <div className="sheet-head">
        <h2 id="settings">{say('settings.title')}</h2>
      </div>
      <Setting
        room={room}
        icon={Hourglass}
        title={say('entering.title')}
        says={say(`entering.says-${room.lobby}`, { house })}
        change={{ lobby }}
      >
        <Choices
          legend={say('entering.title')}
          legendHidden
          value={lobby}
          options={lobbyOptions}
          onChange={setLobby}
        />
      </Setting>
      <Setting
        room={room}
        icon={Play}
        title={say('starting.title')}
        says={say(`starting.says-${room.whoMayStart}`, { house })}
        change={{ whoMayStart }}
      >
        <Choices
          legend={say('starting.title')}
          legendHidden
          value={whoMayStart}
          options={startOptions}
          onChange={setWhoMayStart}
        />
      </Setting>
      <Setting
        room={room}
        icon={Pencil}
        title={say('naming.title')}
        says={say('naming.says')}
        change={{ name: name.trim() }}
      >
        <Field
          label={say('new-room.name')}
          error={name.trim() === '' ? say('new-room.name-missing') : null}
          name="room"
          autoComplete="off"
          maxLength={120}
          required
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Setting>
      <DeleteRoom room={room} />
    </section>
  );
}

function Setting(props: {
  room: RoomView;
  icon: LucideIcon;
  title: string;
  says: string;
  change: RoomChange;
  children: ReactNode;
}) {
  const { say } = useSpeech();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const save = useChangeRoom(props.room.id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (save.isPending || props.change.name === '') return;
    save.mutate(props.change, {
      onSuccess: () => {
        setOpen(false);
        toast({ text: say('settings.saved') });
      },
    });
  };
  return (
    <details className="setting" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon of={props.icon} />
        <span>
          <span className="strong">{props.title}</span>
          <span className="setting-says">{props.says}</span>
        </span>
        <span className="setting-change">{say(open ? 'settings.close' : 'settings.change')}</span>
      </summary>
      <form className="setting-body stack-m" onSubmit={submit} noValidate>
        {props.children}
        {save.isError ? <ProblemNotice error={save.error} /> : null}
        <p>
          <Key type="submit" busy={save.isPending}>
            {say('settings.save')}
          </Key>
        </p>
      </form>
    </details>
  );
}
