import type { SessionView } from '@koinon/hub/wire';
import { Field, Key, useToast } from '@koinon/ui';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import {
  MembersOnly,
  Page,
  ProblemNotice,
  useHouse,
  useNewSession,
  useSession,
  useSpeech,
} from '../../house/index.ts';
import { ask } from '../../hub/index.ts';

export function MyDataPage() {
  return (
    <MembersOnly>
      <MyData />
    </MembersOnly>
  );
}

/** What this house keeps about a person, and what they may change of it. */
function MyData() {
  const { say, format } = useSpeech();
  const house = useHouse();
  const { person, roles } = useSession();
  return (
    <Page title={say('me.title')} className="narrow stack">
      <div className="stack-s">
        <h1>{say('me.title')}</h1>
        <p className="lead">{say('me.lead', { house: house.name })}</p>
      </div>
      <div className="sheet sheet-pad">
        {person ? <NameForm key={person.name} name={person.name} /> : null}
      </div>
      <section className="sheet sheet-pad">
        <dl className="facts">
          <div>
            <dt>{say('me.email')}</dt>
            <dd className="bidi">{person?.email}</dd>
          </div>
          <div>
            <dt>{say('me.roles', { house: house.name })}</dt>
            <dd>{format.list(roles.map((role) => say(`role.${role}`)))}</dd>
          </div>
        </dl>
        <p className="small quiet">{say('me.change')}</p>
      </section>
    </Page>
  );
}

function NameForm({ name: known }: { name: string }) {
  const { say } = useSpeech();
  const takeSession = useNewSession();
  const toast = useToast();
  const [name, setName] = useState(known);
  const [missing, setMissing] = useState(false);
  const change = useMutation({
    mutationFn: (next: string) => ask<SessionView>('PATCH', '/api/person', { name: next }),
    onSuccess: (session) => {
      takeSession(session);
      toast({ text: say('me.saved') });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typed = name.trim();
    setMissing(typed === '');
    if (typed !== '' && !change.isPending) change.mutate(typed);
  };
  return (
    <form className="stack-m" onSubmit={submit} noValidate>
      <Field
        label={say('me.name')}
        hint={say('me.name-hint')}
        error={missing ? say('me.name-missing') : null}
        name="name"
        autoComplete="name"
        maxLength={120}
        required
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      {change.isError ? <ProblemNotice error={change.error} /> : null}
      <p>
        <Key type="submit" busy={change.isPending}>
          {say('me.save')}
        </Key>
      </p>
    </form>
  );
}
