import { BbbClient, type BbbResult, type Fetch, isSignedCallback } from '@koinon/bbb-api';
import type { Answer, EngineDriver, JoinOrder, MadeMeeting, MeetingOrder, ServerAccess } from '../driver.ts';
import { engineFailure } from './failure.ts';
import { createParameters, engineMeeting, joinParameters } from './words.ts';

export interface BbbDriverOptions {
  /** The guarded client; addresses of servers are typed by people. */
  fetch: Fetch;
  /** Whether an error is the guard's refusal to go to an address. */
  isBarred: (cause: unknown) => boolean;
  createTimeoutMs?: number;
  timeoutMs?: number;
}

const listenedEvents = ['user-joined', 'user-left', 'meeting-ended'];

/**
 * The driver for everything that speaks BigBlueButton's API: halls, BigBlueButton, balancers, other hubs.
 * They differ in one thing. A hall is joined by us and hands out an address with a token, so that what goes
 * wrong shows on the room's page. BigBlueButton ties a session to a cookie of its own, so the browser itself
 * must follow the signed address; we only make sure first that the meeting is there.
 *
 * @see https://docs.bigbluebutton.org/development/api
 */
export class BbbDriver implements EngineDriver {
  readonly #access: ServerAccess;
  readonly #isBarred: (cause: unknown) => boolean;
  readonly #client: BbbClient;
  /** Creating takes longer on BigBlueButton: it sets up voice and slides before it answers. */
  readonly #slowClient: BbbClient;

  constructor(
    access: ServerAccess,
    { fetch, isBarred, createTimeoutMs = 8_000, timeoutMs = 5_000 }: BbbDriverOptions,
  ) {
    this.#access = access;
    this.#isBarred = isBarred;
    const { api, secret } = access;
    this.#client = new BbbClient({ api, secret, fetch, timeoutMs, retries: 1 });
    this.#slowClient = new BbbClient({ api, secret, fetch, timeoutMs: createTimeoutMs, retries: 0 });
  }

  async probe(): Promise<Answer<{ version: string | null }>> {
    const meetings = await this.#client.getMeetings();
    if (!meetings.ok) return this.#failed(meetings);
    const index = await this.#client.index();
    const version = index.ok ? (index.value.koinonVersion ?? index.value.bbbVersion) : null;
    return { ok: true, value: { version } };
  }

  async create(order: MeetingOrder): Promise<Answer<MadeMeeting>> {
    const made = await this.#slowClient.create(createParameters(order));
    if (!made.ok) return this.#failed(made);
    const fresh = made.value.message?.key !== 'duplicateWarning';
    return { ok: true, value: { createTime: made.value.createTime, fresh } };
  }

  async join(order: JoinOrder): Promise<Answer<{ url: string }>> {
    const parameters = joinParameters(order);
    if (this.#access.kind === 'hall') {
      const joined = await this.#client.join(parameters);
      if (!joined.ok) return this.#failed(joined);
      const url = webAddress(joined.value.url);
      if (url === null) return { ok: false, error: { code: 'not-bbb', detail: 'joined, but to no address' } };
      return { ok: true, value: { url } };
    }
    const there = await this.look(order.meetingId);
    if (!there.ok) return there;
    if (there.value === null) return { ok: false, error: { code: 'unknown-meeting' } };
    return { ok: true, value: { url: this.#client.joinUrl(parameters) } };
  }

  async end(meetingId: string): Promise<Answer<null>> {
    const ended = await this.#client.end({ meetingID: meetingId });
    const answer = ended.ok ? { ok: true as const, value: null } : this.#failed(ended);
    if (!answer.ok && answer.error.code === 'unknown-meeting') return { ok: true, value: null };
    return answer;
  }

  async look(meetingId: string): ReturnType<EngineDriver['look']> {
    const info = await this.#client.getMeetingInfo(meetingId);
    if (info.ok) return { ok: true, value: engineMeeting(info.value, true) };
    const answer = this.#failed(info);
    return answer.error.code === 'unknown-meeting' ? { ok: true, value: null } : answer;
  }

  async lookAtAll(ours: ReadonlySet<string>): ReturnType<EngineDriver['lookAtAll']> {
    const all = await this.#client.getMeetings();
    if (!all.ok) return this.#failed(all);
    const meetings = all.value.flatMap((one) => engineMeeting(one, ours.has(one.meetingID)) ?? []);
    return { ok: true, value: meetings };
  }

  async listen(meetingId: string, callbackUrl: string): Promise<Answer<null>> {
    const hook = await this.#client.hooksCreate({
      callbackURL: callbackUrl,
      meetingID: meetingId,
      eventID: listenedEvents,
    });
    return hook.ok ? { ok: true, value: null } : this.#failed(hook);
  }

  heard(callbackUrl: string, checksum: string, body: string): boolean {
    return isSignedCallback(callbackUrl, body, checksum, this.#access.secret);
  }

  #failed(result: Extract<BbbResult<unknown>, { ok: false }>) {
    return { ok: false as const, error: engineFailure(result.error, this.#isBarred) };
  }
}

function webAddress(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
}
