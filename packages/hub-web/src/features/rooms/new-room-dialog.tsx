import type { Lobby, WhoMayStart } from '@koinon/hub/wire';
import { Choices, Dialog, Field, Key, useToast } from '@koinon/ui';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ProblemNotice, useSpeech } from '../../house/index.ts';
import { codeOf } from '../../hub/index.ts';
import { useMakeRoom } from './questions.ts';
import { useLobbyOptions, useStartOptions } from './room-options.tsx';

/** Makes a room. Only the name is needed; the rest stands as most people want it. */
export function NewRoomDialog({ onClose }: { onClose: () => void }) {
  const { say } = useSpeech();
  const navigate = useNavigate();
  const toast = useToast();
  const [name, setName] = useState('');
  const [missing, setMissing] = useState(false);
  const [lobby, setLobby] = useState<Lobby>('guests');
  const [whoMayStart, setWhoMayStart] = useState<WhoMayStart>('owner');
  const lobbyOptions = useLobbyOptions();
  const startOptions = useStartOptions();
  const make = useMakeRoom((room) => {
    toast({ text: say('new-room.made') });
    void navigate({ to: '/rooms/$id', params: { id: room.id } });
  });
  const nameWrong = missing || codeOf(make.error) === 'invalid';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typed = name.trim();
    setMissing(typed === '');
    if (typed !== '' && !make.isPending)
      make.mutate({ name: typed, purpose: 'conversation', lobby, whoMayStart });
  };
  return (
    <Dialog title={say('new-room.title')} onClose={onClose}>
      <form className="stack-m" onSubmit={submit} noValidate>
        <Field
          label={say('new-room.name')}
          hint={say('new-room.name-hint')}
          error={nameWrong ? say('new-room.name-missing') : null}
          name="room"
          autoComplete="off"
          maxLength={120}
          required
          data-first-focus
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Choices legend={say('entering.title')} value={lobby} options={lobbyOptions} onChange={setLobby} />
        <Choices
          legend={say('starting.title')}
          value={whoMayStart}
          options={startOptions}
          onChange={setWhoMayStart}
        />
        {make.isError && !nameWrong ? <ProblemNotice error={make.error} /> : null}
        <div className="row">
          <Key onClick={onClose}>{say('new-room.cancel')}</Key>
          <Key type="submit" variant="main" busy={make.isPending}>
            {say(make.isPending ? 'new-room.making' : 'new-room.make')}
          </Key>
        </div>
      </form>
    </Dialog>
  );
}
