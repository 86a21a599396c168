/** What a driver needs to know of a server. The secret is in the clear here and nowhere else. */
export interface ServerAccess {
  kind: 'hall' | 'bbb';
  /** The API address in its written form, up to and including `/api`. */
  api: string;
  secret: string;
}

/** A meeting to be made. Asking twice for the same id makes one meeting. */
export interface MeetingOrder {
  id: string;
  name: string;
  /** Guests wait until a moderator lets them in. */
  lobby: boolean;
  house: { name: string; paint: string; logoUrl: string };
  /** Where people go after the meeting, and come back to when it moves. */
  roomUrl: string;
  /** Called by the engine once when the meeting is over. */
  endedUrl: string;
}

export interface MadeMeeting {
  /** The engine's own time stamp of this run, given back on join so that nobody joins another run. */
  createTime: number;
  /** False when it was there already. */
  fresh: boolean;
}

/** One person's way in. */
export interface JoinOrder {
  meetingId: string;
  createTime: number;
  attendeeId: string;
  name: string;
  moderator: boolean;
  /** Waits when the meeting has a lobby. */
  guest: boolean;
  language: string | null;
  roomUrl: string;
}

/** A meeting as its engine sees it now. */
export interface EngineMeeting {
  id: string;
  createTime: number;
  people: number;
  attendees: { attendeeId: string; name: string; moderator: boolean }[];
}

/**
 * Why an engine did not do what it was asked.
 * `unreachable`: no answer in time, or a broken one; asking again may help. `barred`: our outbound guard refuses
 * the address. `not-bbb`: something answers, but not this API. `unknown-meeting`: not there (any more).
 * `refused`: the engine says no, in its own words in `detail`.
 */
export type EngineFailure =
  | { code: 'unreachable' | 'barred' | 'not-bbb' | 'secret-wrong' | 'unknown-meeting'; detail?: string }
  | { code: 'refused'; detail: string };

export type Answer<T> = { ok: true; value: T } | { ok: false; error: EngineFailure };

/** One engine instance, whatever engine it is. Every call ends within seconds; none throws for what engines do. */
export interface EngineDriver {
  /** Is it there, is it what it should be, and does the secret fit? Changes nothing. */
  probe(): Promise<Answer<{ version: string | null }>>;
  create(order: MeetingOrder): Promise<Answer<MadeMeeting>>;
  /** The address that brings this person in. Fails when the meeting is gone or the engine is silent. */
  join(order: JoinOrder): Promise<Answer<{ url: string }>>;
  /** Ends it for everybody. A meeting that is not there any more is ended. */
  end(meetingId: string): Promise<Answer<null>>;
  /** Null when there is no such meeting. */
  look(meetingId: string): Promise<Answer<EngineMeeting | null>>;
  /** All meetings of the server; attendees only of those that `ours` names: the others are nobody's business. */
  lookAtAll(ours: ReadonlySet<string>): Promise<Answer<EngineMeeting[]>>;
  /** Asks to be told of joins, leaves and the end at this address. `refused` or `not-bbb`: it cannot. */
  listen(meetingId: string, callbackUrl: string): Promise<Answer<null>>;
  /** Is this delivery to `callbackUrl` signed with the server's secret? */
  heard(callbackUrl: string, checksum: string, body: string): boolean;
}
