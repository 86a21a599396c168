import type { BbbFailure } from '@koinon/bbb-api';
import type { EngineFailure } from '../driver.ts';

const goneKeys = new Set([
  'notFound',
  'invalidMeetingIdentifier',
  'meetingForciblyEnded',
  'mismatchCreateTimeParam',
  'meetingNotFound',
]);

/** BigBlueButton's words for a failure in ours. `isBarred` knows the outbound guard's own refusal. */
export function engineFailure(failure: BbbFailure, isBarred: (cause: unknown) => boolean): EngineFailure {
  switch (failure.kind) {
    case 'unreachable':
      if (isBarred(failure.cause)) return { code: 'barred' };
      return { code: 'unreachable', detail: failure.timedOut ? 'no answer in time' : 'no connection' };
    case 'nonsense':
      // A proxy in front of a stopped server answers with a page and 502, 503 or 504.
      return { code: failure.status >= 500 ? 'unreachable' : 'not-bbb', detail: failure.reason };
    case 'refused':
      if (failure.key === 'checksumError') return { code: 'secret-wrong' };
      if (goneKeys.has(failure.key)) return { code: 'unknown-meeting', detail: failure.key };
      return { code: 'refused', detail: `${failure.key} ${failure.message}`.trim() };
  }
}
