import type { ServerView } from '@koinon/hub/wire';
import { AskDialog, Dialog, Field, Key, Notice, Switch, useToast } from '@koinon/ui';
import { type FormEvent, useState } from 'react';
import { ProblemNotice, useSpeech } from '../../house/index.ts';
import { useChangeServer, useRemoveServer } from './questions.ts';

/** A server's name, whether it takes meetings, and taking it away. */
export function ServerDialog({ server, onClose }: { server: ServerView; onClose: () => void }) {
  const { say } = useSpeech();
  const toast = useToast();
  const [name, setName] = useState(server.name);
  const [removing, setRemoving] = useState(false);
  const change = useChangeServer(server.id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typed = name.trim();
    if (typed === '' || change.isPending) return;
    change.mutate({ name: typed }, { onSuccess: onClose });
  };
  if (removing) {
    return (
      <RemoveServer
        server={server}
        onKeep={() => setRemoving(false)}
        onRemoved={() => {
          onClose();
          toast({ text: say('server.removed', { server: server.name }) });
        }}
      />
    );
  }
  return (
    <Dialog title={<bdi>{server.name}</bdi>} onClose={onClose}>
      <form className="stack-m" onSubmit={submit} noValidate>
        <Switch
          label={say('server.takes')}
          hint={say('server.takes-hint')}
          checked={server.state === 'enabled'}
          onChange={(on) => change.mutate({ state: on ? 'enabled' : 'disabled' })}
        />
        <Field
          label={say('attach.name')}
          error={name.trim() === '' ? say('attach.name-missing') : null}
          name="server"
          autoComplete="off"
          maxLength={80}
          required
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <p className="small quiet bidi">{server.api}</p>
        {change.isError ? <ProblemNotice error={change.error} /> : null}
        <div className="row">
          <Key onClick={onClose} data-first-focus>
            {say('server.close')}
          </Key>
          <Key type="submit" variant="main" busy={change.isPending}>
            {say('server.save')}
          </Key>
        </div>
      </form>
      {server.meetings > 0 ? <Notice title={say('server.in-use', { n: server.meetings })} /> : null}
      <p>
        <Key variant="danger" disabled={server.meetings > 0} onClick={() => setRemoving(true)}>
          {say('server.remove')}
        </Key>
      </p>
    </Dialog>
  );
}

function RemoveServer(props: { server: ServerView; onKeep: () => void; onRemoved: () => void }) {
  const { say } = useSpeech();
  const { server } = props;
  const remove = useRemoveServer(server.id, props.onRemoved);
  return (
    <AskDialog
      title={say('remove.title', { server: server.name })}
      keep={say('remove.keep')}
      act={say('remove.act')}
      danger
      busy={remove.isPending}
      onKeep={props.onKeep}
      onAct={() => remove.mutate()}
    >
      <p>{say('remove.says')}</p>
      {remove.isError ? <ProblemNotice error={remove.error} /> : null}
    </AskDialog>
  );
}
