import { type ReactNode, useEffect, useState } from 'react';
import { Key } from '../key/key.tsx';

const shownForMs = 8000;

export interface ToastWords {
  /** What the person just did. */
  text: ReactNode;
  /** One act to take it back. */
  act?: { label: ReactNode; onAct: () => void };
}

/** Confirms a person's own act for 8 s; the time stands still while it has focus or the pointer. Never an error. */
export function Toast({ words, onGone }: { words: ToastWords; onGone: () => void }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(onGone, shownForMs);
    return () => clearTimeout(timer);
  }, [held, onGone]);
  const { act } = words;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that somebody is still reading.
    <div
      className="toast"
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      <span>{words.text}</span>
      {act ? (
        <Key
          onClick={() => {
            act.onAct();
            onGone();
          }}
        >
          {act.label}
        </Key>
      ) : null}
    </div>
  );
}
