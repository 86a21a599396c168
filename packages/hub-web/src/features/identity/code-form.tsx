import type { SessionView } from '@koinon/hub/wire';
import { Field, Key, KeyLink, LogIn, RefreshCw } from '@koinon/ui';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ProblemNotice, problemSentence, Say, useSpeech } from '../../house/index.ts';
import { ask, codeOf } from '../../hub/index.ts';
import { useAskForCode } from './ask-for-code.ts';
import type { Asked } from './asked.ts';
import { digitsOf } from './digits-of.ts';

// The form takes the place of the one before, so the focus goes on into it.
const focusAtOnce = (field: HTMLInputElement | null) => field?.focus();

/** Takes the six digits. A wrong one says how many tries are left; the code works only in this browser. */
export function CodeForm(props: {
  asked: Asked;
  onAsked: (asked: Asked | null) => void;
  onSession: (session: SessionView) => void;
}) {
  const speech = useSpeech();
  const { say } = speech;
  const { asked } = props;
  const [code, setCode] = useState('');
  const again = useAskForCode((next) => {
    setCode('');
    enter.reset();
    props.onAsked(next);
  });
  const enter = useMutation({
    mutationFn: (digits: string) => ask<SessionView>('POST', '/api/sign-in/code', { code: digits }),
    onSuccess: props.onSession,
    onError: () => setCode(''),
  });
  const wrong = codeOf(enter.error) === 'code-wrong' || codeOf(enter.error) === 'invalid';
  const change = (typed: string) => {
    const digits = digitsOf(typed);
    setCode(digits);
    if (digits.length === 6 && !enter.isPending) enter.mutate(digits);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!enter.isPending) enter.mutate(code);
  };
  return (
    <>
      <form className="stack-m" onSubmit={submit} noValidate>
        <p className="code-sent">
          <Say
            id="code.sent"
            values={{ email: asked.email, minutes: asked.minutes }}
            parts={{ b: (inside) => <strong className="bidi">{inside}</strong> }}
          />
        </p>
        <Field
          label={say('code.label')}
          hint={say('code.hint')}
          error={wrong ? problemSentence(speech, enter.error) : null}
          code
          ref={focusAtOnce}
          inputMode="numeric"
          autoComplete="one-time-code"
          name="code"
          required
          value={code}
          onChange={(event) => change(event.target.value)}
        />
        {enter.isError && !wrong ? <ProblemNotice error={enter.error} /> : null}
        <Key type="submit" variant="main" tall icon={LogIn} busy={enter.isPending}>
          {say(enter.isPending ? 'code.checking' : 'code.enter')}
        </Key>
      </form>
      <div className="stack-s code-more">
        {again.isError ? <ProblemNotice error={again.error} /> : null}
        <p className="small quiet">{say('code.late')}</p>
        <div className="row">
          {asked.outbox ? (
            <KeyLink href={asked.outbox} target="_blank" rel="noopener">
              {say('outbox.open')}
            </KeyLink>
          ) : null}
          <Key icon={RefreshCw} busy={again.isPending} onClick={() => again.mutate(asked.email)}>
            {say('code.again')}
          </Key>
          <Key variant="bare" onClick={() => props.onAsked(null)}>
            {say('code.other')}
          </Key>
        </div>
      </div>
    </>
  );
}
