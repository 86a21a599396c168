import { createContext, Fragment, type ReactNode, use } from 'react';
import type { Piece } from './message.ts';
import type { Speech, Values } from './speech.ts';

/** How a named part of a sentence is shown, given what stands in it. */
export type Parts = Readonly<Record<string, (inside: ReactNode) => ReactNode>>;

/**
 * Ties the catalogues' ids to React: every app does this once.
 *
 * @example export const { SpeechProvider, useSpeech, Say } = bindSpeech<keyof typeof en>();
 */
export function bindSpeech<Id extends string>() {
  const Spoken = createContext<Speech<Id> | null>(null);

  function useSpeech(): Speech<Id> {
    const speech = use(Spoken);
    if (!speech) throw new TypeError('useSpeech needs a SpeechProvider above it');
    return speech;
  }

  function SpeechProvider({ speech, children }: { speech: Speech<Id>; children: ReactNode }) {
    return <Spoken value={speech}>{children}</Spoken>;
  }

  /** A sentence with parts: `<Say id="door.member" parts={{ link: (words) => <a href="…">{words}</a> }} />`. */
  function Say({ id, values, parts = {} }: { id: Id; values?: Values; parts?: Parts }) {
    return show(useSpeech().pieces(id, values), parts);
  }

  return { SpeechProvider, useSpeech, Say };
}

function show(pieces: readonly Piece[], parts: Parts): ReactNode {
  return pieces.map((piece, at) => {
    if (typeof piece === 'string') return piece;
    const inside = show(piece.inside, parts);
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence keep their places.
    return <Fragment key={at}>{parts[piece.part]?.(inside) ?? inside}</Fragment>;
  });
}
