import { codeOf, HubProblem } from '../hub/index.ts';
import type { HubSpeech } from './speech.ts';

/** What to say about a failed request: what happened, what was kept, what to do. */
export function problemSentence({ say, format }: HubSpeech, error: unknown): string {
  const code = codeOf(error);
  if (code === null) return say('problem.internal', { reference: '' });
  if (code === 'silent') return say('problem.silent');
  const about = error instanceof HubProblem ? error.about : {};
  if (code === 'too-many') return say('problem.too-many', { wait: format.duration(about.retryAfterS ?? 60) });
  if (code === 'internal') return say('problem.internal', { reference: about.reference ?? '' });
  if (code === 'code-wrong') return say('problem.code-wrong', { tries: about.triesLeft ?? 0 });
  return say(`problem.${code}`);
}
