import { useCallback, useSyncExternalStore } from 'react';

/** Where people and chat stand beside the stage instead of on sheets over it (faces: 64rem). */
export const SIDE_BY_SIDE = '(min-width: 64rem)';

/** A window that is higher than wide: a shared screen lies above the people, not beside them. */
export const STANDING = '(max-aspect-ratio: 1 / 1)';

export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}
