import { Field, Key, Mail } from '@koinon/ui';
import { type FormEvent, useState } from 'react';
import { ProblemNotice, useSpeech } from '../../house/index.ts';
import { codeOf } from '../../hub/index.ts';
import { useAskForCode } from './ask-for-code.ts';
import type { Asked } from './asked.ts';

/** Asks for the e-mail address. The answer is the same whether the hub knows it or not. */
export function AskForm({ onAsked }: { onAsked: (asked: Asked) => void }) {
  const { say } = useSpeech();
  const [email, setEmail] = useState('');
  const [missing, setMissing] = useState(false);
  const ask = useAskForCode(onAsked);
  const malformed = codeOf(ask.error) === 'invalid';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typed = email.trim();
    setMissing(typed === '');
    if (typed !== '') ask.mutate(typed);
  };
  return (
    <form className="stack-m" onSubmit={submit} noValidate>
      <Field
        label={say('sign-in.email')}
        hint={say('sign-in.email-hint')}
        error={
          missing || malformed ? say(missing ? 'sign-in.email-missing' : 'sign-in.email-malformed') : null
        }
        type="email"
        name="email"
        autoComplete="email"
        maxLength={254}
        required
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      {ask.isError && !malformed ? <ProblemNotice error={ask.error} /> : null}
      <Key type="submit" variant="main" tall icon={Mail} busy={ask.isPending}>
        {say(ask.isPending ? 'sign-in.sending' : 'sign-in.send')}
      </Key>
    </form>
  );
}
