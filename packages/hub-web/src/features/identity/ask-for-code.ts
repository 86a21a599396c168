import type { SignInAsked } from '@koinon/hub/wire';
import { useMutation } from '@tanstack/react-query';
import { useLanguage } from '../../house/index.ts';
import { ask } from '../../hub/index.ts';
import type { Asked } from './asked.ts';

/** Has a code mailed to an address. */
export function useAskForCode(onAsked: (asked: Asked) => void) {
  const { language } = useLanguage();
  return useMutation({
    mutationFn: (email: string) => ask<SignInAsked>('POST', '/api/sign-in', { email, language }),
    onSuccess: ({ minutes, outbox }, email) =>
      onAsked({ email, minutes, outbox, endsAtMs: Date.now() + minutes * 60_000 }),
  });
}
