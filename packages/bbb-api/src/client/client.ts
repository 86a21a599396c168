import { setTimeout as sleep } from 'node:timers/promises';
import {
  type CreateParameters,
  type CreateResponse,
  readCreateResponse,
  writeCreateParameters,
} from '../calls/create.ts';
import { type EndParameters, type EndResponse, readEndResponse } from '../calls/end.ts';
import { readGetMeetingInfoResponse } from '../calls/get-meeting-info.ts';
import { readGetMeetingsResponse } from '../calls/get-meetings.ts';
import type { Hook } from '../calls/hook.ts';
import {
  type HooksCreateParameters,
  type HooksCreateResponse,
  readHooksCreateResponse,
  writeHooksCreateParameters,
} from '../calls/hooks-create.ts';
import { type HooksDestroyResponse, readHooksDestroyResponse } from '../calls/hooks-destroy.ts';
import { readHooksListResponse } from '../calls/hooks-list.ts';
import { type IndexResponse, readIndexResponse } from '../calls/index-call.ts';
import { readIsMeetingRunningResponse } from '../calls/is-meeting-running.ts';
import { type JoinParameters, writeJoinParameters } from '../calls/join.ts';
import { type JoinResponse, readJoinResponse } from '../calls/join-response.ts';
import type { Meeting } from '../calls/meeting.ts';
import { type ChecksumAlgorithm, sign } from '../checksum.ts';
import type { XmlElement } from '../xml/read.ts';
import { type Fetch, request } from './request.ts';
import type { BbbResult } from './result.ts';
import { retried } from './retry.ts';

export interface BbbClientOptions {
  /** The address up to and including `/bigbluebutton/api`. */
  api: string;
  secret: string;
  algorithm?: ChecksumAlgorithm | undefined;
  fetch?: Fetch | undefined;
  /** For one attempt, until its answer is read. */
  timeoutMs?: number | undefined;
  /** How often calls that change nothing are tried again. */
  retries?: number | undefined;
  /** The largest answer that is read. */
  maxBytes?: number | undefined;
  sleep?: ((ms: number) => Promise<void>) | undefined;
}

/** A caller of one server of BigBlueButton's API. It never throws; what went wrong stands in the result. */
export class BbbClient {
  readonly #api: string;
  readonly #secret: string;
  readonly #algorithm: ChecksumAlgorithm;
  readonly #fetch: Fetch;
  readonly #limits: { timeoutMs: number; maxBytes: number };
  readonly #retries: number;
  readonly #sleep: (ms: number) => Promise<void>;

  constructor(options: BbbClientOptions) {
    this.#api = options.api.replace(/\/+$/, '');
    this.#secret = options.secret;
    this.#algorithm = options.algorithm ?? 'sha256';
    this.#fetch = options.fetch ?? ((url, init) => fetch(url, init));
    this.#limits = { timeoutMs: options.timeoutMs ?? 10_000, maxBytes: options.maxBytes ?? 16 * 1024 * 1024 };
    this.#retries = options.retries ?? 2;
    this.#sleep = options.sleep ?? sleep;
  }

  /** Creates a meeting, with slides and other modules as XML when there are any. Never tried twice. */
  create(parameters: CreateParameters, modulesXml?: string): Promise<BbbResult<CreateResponse>> {
    const query = writeCreateParameters(parameters);
    const init: RequestInit =
      modulesXml === undefined
        ? {}
        : { method: 'POST', headers: { 'content-type': 'application/xml' }, body: modulesXml };
    return this.#once('create', query, readCreateResponse, init);
  }

  /** The signed address that takes one person into the meeting. No request is made. */
  joinUrl(parameters: JoinParameters): string {
    return this.#address('join', writeJoinParameters(parameters), this.#algorithm);
  }

  /** Takes a seat for one person on the server's side, so that a refusal comes back here. Never tried twice. */
  join(parameters: JoinParameters): Promise<BbbResult<JoinResponse>> {
    const query = writeJoinParameters({ ...parameters, redirect: false });
    return this.#once('join', query, readJoinResponse);
  }

  isMeetingRunning(meetingID: string): Promise<BbbResult<boolean>> {
    const query = new URLSearchParams({ meetingID });
    return this.#repeatable('isMeetingRunning', query, (root) => readIsMeetingRunningResponse(root).running);
  }

  getMeetingInfo(meetingID: string): Promise<BbbResult<Meeting>> {
    return this.#repeatable('getMeetingInfo', new URLSearchParams({ meetingID }), readGetMeetingInfoResponse);
  }

  getMeetings(): Promise<BbbResult<Meeting[]>> {
    return this.#repeatable('getMeetings', new URLSearchParams(), readGetMeetingsResponse);
  }

  /** Ends a meeting for all. Never tried twice. */
  end(parameters: EndParameters): Promise<BbbResult<EndResponse>> {
    const query = new URLSearchParams({ meetingID: parameters.meetingID });
    if (parameters.password !== undefined) query.set('password', parameters.password);
    return this.#once('end', query, readEndResponse);
  }

  /** Registers a webhook; the same address again gives the same ID. */
  hooksCreate(parameters: HooksCreateParameters): Promise<BbbResult<HooksCreateResponse>> {
    return this.#hooks('hooks/create', writeHooksCreateParameters(parameters), readHooksCreateResponse);
  }

  hooksList(meetingID?: string): Promise<BbbResult<Hook[]>> {
    const query = new URLSearchParams(meetingID === undefined ? {} : { meetingID });
    return this.#hooks('hooks/list', query, readHooksListResponse);
  }

  hooksDestroy(hookID: string): Promise<BbbResult<HooksDestroyResponse>> {
    return this.#hooks('hooks/destroy', new URLSearchParams({ hookID }), readHooksDestroyResponse);
  }

  /** The server's version. Servers answer without a checksum; some load balancers want one. */
  index(): Promise<BbbResult<IndexResponse>> {
    return this.#repeatable('', new URLSearchParams(), readIndexResponse);
  }

  // bbb-webhooks before 3.0 knows SHA-1 alone.
  async #hooks<T>(
    call: string,
    query: URLSearchParams,
    read: (root: XmlElement) => T,
  ): Promise<BbbResult<T>> {
    const result = await this.#repeatable(call, query, read);
    const refused = !result.ok && result.error.kind === 'refused' && result.error.key === 'checksumError';
    return refused && this.#algorithm !== 'sha1' ? this.#repeatable(call, query, read, 'sha1') : result;
  }

  #repeatable<T>(
    call: string,
    query: URLSearchParams,
    read: (root: XmlElement) => T,
    algorithm = this.#algorithm,
  ): Promise<BbbResult<T>> {
    const attempt = () => this.#once(call, query, read, {}, algorithm);
    return retried(attempt, { retries: this.#retries, sleep: this.#sleep });
  }

  async #once<T>(
    call: string,
    query: URLSearchParams,
    read: (root: XmlElement) => T,
    init: RequestInit = {},
    algorithm = this.#algorithm,
  ): Promise<BbbResult<T>> {
    const url = this.#address(call, query, algorithm);
    const result = await request(this.#fetch, url, init, this.#limits);
    return result.ok ? { ok: true, value: read(result.value) } : result;
  }

  #address(call: string, query: URLSearchParams, algorithm: ChecksumAlgorithm): string {
    const text = query.toString();
    const checksum = sign(call, text, this.#secret, algorithm);
    return `${this.#api}/${call}?${text === '' ? '' : `${text}&`}checksum=${checksum}`;
  }
}
