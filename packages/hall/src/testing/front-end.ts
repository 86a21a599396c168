import {
  type CreateParameters,
  type JoinParameters,
  sign,
  writeCreateParameters,
  writeJoinParameters,
} from '@koinon/bbb-api';
import { SECRET } from './test-hall.ts';

/** A front end that calls a hall's API as Moodle or a hub would, over real HTTP. */
export class FrontEnd {
  readonly #api: string;
  readonly #secret: string;

  constructor(api: string, secret = SECRET) {
    this.#api = api;
    this.#secret = secret;
  }

  address(callName: string, parameters: URLSearchParams = new URLSearchParams()): string {
    const query = parameters.toString();
    const checksum = sign(callName, query, this.#secret);
    return `${this.#api}/${callName}?${query}${query ? '&' : ''}checksum=${checksum}`;
  }

  async call(callName: string, parameters: Record<string, string> = {}): Promise<string> {
    return (await fetch(this.address(callName, new URLSearchParams(parameters)))).text();
  }

  async create(parameters: Partial<CreateParameters> = {}): Promise<string> {
    const all = {
      meetingID: 'morning',
      name: 'Morning circle',
      attendeePW: 'ap',
      moderatorPW: 'mp',
      ...parameters,
    };
    return (await fetch(this.address('create', writeCreateParameters(all)))).text();
  }

  joinAddress(parameters: Partial<JoinParameters> = {}): string {
    const all = { meetingID: 'morning', fullName: 'Priya Raman', role: 'MODERATOR' as const, ...parameters };
    return this.address('join', writeJoinParameters(all));
  }

  /** Follows a join and gives the session token. */
  async join(parameters: Partial<JoinParameters> = {}): Promise<string> {
    const response = await fetch(this.joinAddress({ redirect: false, ...parameters }));
    const xml = await response.text();
    const token = /<session_token>(\w+)</.exec(xml)?.[1];
    if (!token) throw new Error(`No seat was given: ${xml}`);
    return token;
  }
}
