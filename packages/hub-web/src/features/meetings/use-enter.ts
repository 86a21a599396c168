import type { Enter, Entered } from '@koinon/hub/wire';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLanguage } from '../../house/index.ts';
import { ask } from '../../hub/index.ts';

/**
 * Enters a room by its link name, or starts its meeting, and goes there: meetings are pages of their own. It stays
 * `isPending` until the browser has left.
 */
export function useEnter(linkName: string) {
  const { language } = useLanguage();
  const questions = useQueryClient();
  const enter = useMutation({
    mutationFn: (guest: Pick<Enter, 'name'>) =>
      ask<Entered>('POST', `/api/links/${encodeURIComponent(linkName)}/enter`, { ...guest, language }),
    onSuccess: ({ joinUrl }) => goTo(joinUrl),
    // Somebody may have started or ended it meanwhile.
    onError: () => questions.invalidateQueries({ queryKey: ['door', linkName] }),
  });
  const { reset } = enter;
  useEffect(() => {
    // Back from the meeting by the browser's own key: the page is as it was left.
    const returned = (event: PageTransitionEvent) => {
      if (event.persisted) reset();
    };
    window.addEventListener('pageshow', returned);
    return () => window.removeEventListener('pageshow', returned);
  }, [reset]);
  return { ...enter, isPending: enter.isPending || enter.isSuccess };
}

function goTo(joinUrl: string): void {
  const address = new URL(joinUrl);
  if (address.protocol !== 'https:' && address.protocol !== 'http:')
    throw new TypeError('Not an address of a meeting');
  window.location.assign(address);
}
