import { useCallback, useSyncExternalStore } from 'react';

/** Where people and chat stand beside the stage instead of on sheets over it (faces: 64rem). */
export const SIDE_BY_SIDE = '(min-width: 64rem)';

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
