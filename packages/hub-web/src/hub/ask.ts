import type { Problem } from '@koinon/hub/wire';
import { base } from './base.ts';
import { HubProblem, HubSilent } from './problem.ts';
import { noteSilence } from './silence.ts';

// Starting a meeting waits for its server, which the hub gives up on earlier than this.
const patienceMs = 30_000;

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/**
 * Asks the hub of this house. `Answer` is what wire.ts says about the call.
 *
 * @param path below the house, from `/api/`
 * @throws HubProblem when the hub says no, HubSilent when it says nothing.
 */
export async function ask<Answer>(method: Method, path: string, body?: unknown): Promise<Answer> {
  const response = await send(method, path, body);
  const text = await response.text().catch((cause: unknown) => silent(cause));
  const answer = response.status === 204 ? null : readJson(text);
  const refused = isProblem(answer);
  // A proxy that answers in the hub's place does not count as an answer.
  if (!refused && !(response.ok && answer !== undefined))
    return silent(`${response.status} ${text.slice(0, 200)}`);
  noteSilence(false);
  if (refused) throw new HubProblem(answer.error);
  return answer as Answer;
}

async function send(method: Method, path: string, body: unknown): Promise<Response> {
  try {
    return await fetch(base + path, {
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
    });
  } catch (cause) {
    return silent(cause);
  }
}

function silent(cause: unknown): never {
  noteSilence(true);
  throw new HubSilent(cause);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isProblem(answer: unknown): answer is Problem {
  if (typeof answer !== 'object' || answer === null || !('error' in answer)) return false;
  const { error } = answer;
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';
}
