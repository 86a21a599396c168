import type { ServerKind } from '@koinon/hub/wire';
import { Choices, Dialog, Field, Key, useToast } from '@koinon/ui';
import { type FormEvent, useState } from 'react';
import { ProblemNotice, useSpeech } from '../../house/index.ts';
import { attachErrors } from './attach-errors.ts';
import { useAttachServer } from './questions.ts';

/** Attaches a server. The hub asks it before anything is saved; what was typed stays when the answer is no. */
export function AttachDialog({ onClose }: { onClose: () => void }) {
  const speech = useSpeech();
  const { say } = speech;
  const toast = useToast();
  const [kind, setKind] = useState<ServerKind>('hall');
  const [typed, setTyped] = useState({ name: '', api: '', secret: '' });
  const [checked, setChecked] = useState(false);
  const attach = useAttachServer((server) => {
    onClose();
    toast({ text: say('attach.attached', { server: server.name }) });
  });
  const errors = attachErrors(speech, checked ? typed : null, attach.error);
  const write = (change: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...change }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    const server = { kind, name: typed.name.trim(), api: typed.api.trim(), secret: typed.secret.trim() };
    if (!server.name || !server.api || !server.secret || attach.isPending) return;
    attach.mutate(server);
  };
  return (
    <Dialog title={say('attach.title')} onClose={onClose}>
      <form className="stack-m" onSubmit={submit} noValidate>
        <Choices
          legend={say('attach.kind')}
          value={kind}
          onChange={setKind}
          options={[
            { value: 'hall', label: say('server.kind-hall'), hint: say('attach.kind-hall-hint') },
            { value: 'bbb', label: say('server.kind-bbb'), hint: say('attach.kind-bbb-hint') },
          ]}
        />
        <Field
          label={say('attach.name')}
          hint={say('attach.name-hint')}
          error={errors.name}
          name="server"
          autoComplete="off"
          maxLength={80}
          required
          data-first-focus
          value={typed.name}
          onChange={(event) => write({ name: event.target.value })}
        />
        <Field
          label={say('attach.api')}
          hint={say('attach.api-hint')}
          error={errors.api}
          name="api"
          type="url"
          inputMode="url"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={500}
          required
          value={typed.api}
          onChange={(event) => write({ api: event.target.value })}
        />
        <Field
          label={say('attach.secret')}
          hint={say('attach.secret-hint')}
          error={errors.secret}
          name="server-secret"
          type="password"
          autoComplete="off"
          maxLength={200}
          required
          value={typed.secret}
          onChange={(event) => write({ secret: event.target.value })}
        />
        {errors.other ? <ProblemNotice error={attach.error} /> : null}
        <div className="row">
          <Key onClick={onClose}>{say('attach.cancel')}</Key>
          <Key type="submit" variant="main" busy={attach.isPending}>
            {say(attach.isPending ? 'attach.checking' : 'attach.attach')}
          </Key>
        </div>
      </form>
    </Dialog>
  );
}
