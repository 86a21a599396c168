import { keep, kept } from '@koinon/ui';
import { useEffect } from 'react';
import { createStore, useStore } from '../store.ts';
import type { Visit } from '../visit/visit.ts';

const NAME = 'koinon-letters';
const letters = createStore(kept(NAME) !== 'off');

/** Whether single letters act: whoever speaks or types by accident can turn them off (WCAG 2.1.4). */
export function useLettersAct(): [boolean, (on: boolean) => void] {
  const on = useStore(letters, (value) => value);
  return [
    on,
    (next) => {
      letters.set(next);
      keep(NAME, next ? null : 'off');
    },
  ];
}

/** M microphone, V camera, H hand: anywhere but where one writes or chooses. */
export function useShortcuts(visit: Visit): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!letters.get() || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (event.target instanceof Element && event.target.closest('input, textarea, select, dialog') !== null)
        return;
      const { mic, camera } = visit.local.store.get();
      switch (event.key.toLowerCase()) {
        case 'm':
          return void visit.local.setMic(!(mic.track !== null && mic.wanted));
        case 'v':
          return void visit.local.setCamera(!(camera.track !== null && camera.wanted));
        case 'h': {
          const { people, welcome } = visit.store.get();
          const up = people.find(({ id }) => id === welcome?.you.id)?.handAt ?? null;
          return visit.raiseHand(up === null);
        }
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [visit]);
}
