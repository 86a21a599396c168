import { Field, Key } from '@koinon/ui';
import { type FormEvent, useState } from 'react';
import { useSpeech } from '../../house/index.ts';
import { doorPlace } from './door-place.ts';

/** For those whom somebody invited: the link leads to its room, in this house or another. Nobody needs to sign in for that. */
export function Invited() {
  const { say } = useSpeech();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const place = doorPlace(typed);
    setWrong(place === null);
    if (place) window.location.assign(place);
  };
  return (
    <section className="sheet sheet-pad" aria-labelledby="invited">
      <form className="stack-m" onSubmit={submit} noValidate>
        <div className="stack-s">
          <h2 id="invited">{say('invited.title')}</h2>
          <p className="small quiet">{say('invited.says')}</p>
        </div>
        <Field
          label={say('invited.link')}
          error={wrong ? say('invited.wrong') : null}
          name="link"
          inputMode="url"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={500}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <p>
          <Key type="submit">{say('invited.go')}</Key>
        </p>
      </form>
    </section>
  );
}
