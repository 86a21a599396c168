import { Key, Send } from '@koinon/ui';
import { useId, useState } from 'react';
import { useSpeech } from '../language/speech.ts';
import { useVisit } from '../visit/visit.ts';

/** As the hall takes it. */
const LONGEST = 5000;

/** Enter sends, Shift and Enter make a new line. What is too long is not cut but said. */
export function ChatForm() {
  const { say } = useSpeech();
  const visit = useVisit();
  const id = useId();
  const [text, setText] = useState('');
  const over = text.trim().length - LONGEST;
  const send = () => {
    const message = text.trim();
    if (message === '' || over > 0) return;
    visit.say(message);
    setText('');
  };
  return (
    <form
      className="msg-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label className="sr" htmlFor={id}>
        {say('chat.write')}
      </label>
      <div className="msg-field">
        <textarea
          className="input"
          id={id}
          rows={1}
          dir="auto"
          value={text}
          placeholder={say('chat.write')}
          aria-invalid={over > 0 || undefined}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            // While an input method composes a letter, Enter belongs to it.
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
        <span className="field-error" aria-live="polite">
          {over > 0 ? say('chat.too-long', { over }) : null}
        </span>
      </div>
      <Key type="submit" variant="main" iconOnly icon={Send}>
        {say('chat.send')}
      </Key>
    </form>
  );
}
