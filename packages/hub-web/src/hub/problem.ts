import type { Problem } from '@koinon/hub/wire';

export type ProblemCode = Problem['error']['code'];

/** The hub answered, and the answer is no. */
export class HubProblem extends Error {
  readonly code: ProblemCode;
  readonly about: Omit<Problem['error'], 'code'>;

  constructor({ code, ...about }: Problem['error']) {
    super(code);
    this.name = 'HubProblem';
    this.code = code;
    this.about = about;
  }
}

/** The hub did not answer, or something else answered in its place. Nothing was changed as far as one can know. */
export class HubSilent extends Error {
  constructor(cause?: unknown) {
    super('The hub did not answer', { cause });
    this.name = 'HubSilent';
  }
}

/** The code of a problem, `silent` without an answer, null for anything else. */
export function codeOf(error: unknown): ProblemCode | 'silent' | null {
  if (error instanceof HubProblem) return error.code;
  return error instanceof HubSilent ? 'silent' : null;
}
