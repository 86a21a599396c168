import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as answers from './answers.ts';
import { fits, hash } from './checksum.ts';
import type { ScriptedCall, ScriptedMeeting, ScriptedUser, ScriptedVersion } from './state.ts';

export interface ScriptedBigBlueButton {
  api: string;
  secret: string;
  calls: ScriptedCall[];
  meeting(id: string): ScriptedMeeting | undefined;
  /** Follows a join address as a browser does; hooks are told. Null when it leads nowhere. */
  follow(joinUrl: string): Promise<ScriptedUser | null>;
  /** A moderator lets somebody in who waited. */
  letIn(meetingId: string, who: { userId: string; name: string }): Promise<ScriptedUser>;
  leave(meetingId: string, user: ScriptedUser): Promise<void>;
  /** Ends as when the last one left: hooks and the end callback are told, then it is forgotten. */
  expire(meetingId: string): Promise<void>;
  /** From now on hooks and callbacks get lost. */
  mute(): void;
  /** Forgets a meeting without a word, as after a restart. */
  forget(meetingId: string): void;
  close(): Promise<void>;
}

/**
 * A stand-in for BigBlueButton that answers with golden answers of one version, for what a real one cannot be
 * asked on a build machine. `hooks`: which checksums its webhooks take, or `none` when they are not installed.
 */
export async function startScriptedBigBlueButton(options: {
  version: ScriptedVersion;
  hooks?: 'none' | 'sha1' | 'any';
  secret?: string;
  /** The address of one that was closed, to come back there. */
  at?: string;
}): Promise<ScriptedBigBlueButton> {
  const {
    version,
    hooks = version === '2.7' ? 'sha1' : 'any',
    secret = randomBytes(20).toString('hex'),
  } = options;
  const meetings = new Map<string, ScriptedMeeting>();
  const sessions = new Map<string, { meetingId: string; user: ScriptedUser }>();
  const calls: ScriptedCall[] = [];
  let origin = '';
  let muted = false;

  const tell = async (meeting: ScriptedMeeting, id: string, user?: ScriptedUser) => {
    if (muted) return;
    const event = [
      {
        data: {
          type: 'event',
          id,
          attributes: {
            meeting: { 'internal-meeting-id': meeting.internalId, 'external-meeting-id': meeting.id },
            ...(user && {
              user: {
                'internal-user-id': user.internalId,
                'external-user-id': user.userId,
                name: user.name,
                role: user.role,
                presenter: false,
                ...(version !== '2.7' && { userdata: {} }),
              },
            }),
          },
          event: { ts: Date.now() },
        },
      },
    ];
    const body = new URLSearchParams({
      domain: 'bbb.example',
      event: JSON.stringify(event),
      timestamp: String(Date.now()),
    }).toString();
    for (const hook of meeting.hooks) {
      const checksum = hash(version === '2.7' ? 'sha1' : 'sha256', hook + body + secret);
      const address = `${hook}${hook.includes('?') ? '&' : '?'}checksum=${checksum}`;
      await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body,
      }).catch(() => null);
    }
  };

  const enter = (meeting: ScriptedMeeting, parameters: URLSearchParams) => {
    const user: ScriptedUser = {
      internalId: `w_${randomBytes(6).toString('hex')}`,
      userId: parameters.get('userID') ?? '',
      name: parameters.get('fullName') ?? '',
      role: parameters.get('role') === 'MODERATOR' ? 'MODERATOR' : 'VIEWER',
    };
    const waits = meeting.guestPolicy !== 'ALWAYS_ACCEPT' && parameters.get('guest') === 'true';
    const token = randomBytes(8).toString('hex');
    if (!waits) sessions.set(token, { meetingId: meeting.id, user });
    return { token, waits, user };
  };

  const answer = (name: string, parameters: URLSearchParams): string | { redirect: string } => {
    const id = parameters.get('meetingID') ?? '';
    const meeting = meetings.get(id);
    switch (name) {
      case 'create': {
        if (id.length < 2)
          return answers.failed('sizeError', 'Meeting ID must be between 2 and 256 characters');
        if ((parameters.get('name') ?? '').length < 2)
          return answers.failed('sizeError', 'Meeting name must be between 2 and 256 characters');
        if (meeting) return answers.created(version, meeting, true);
        const createTime = Date.now();
        const made: ScriptedMeeting = {
          id,
          internalId: `${hash('sha1', id)}-${createTime}`,
          name: parameters.get('name') ?? '',
          createTime,
          hasUserJoined: false,
          forciblyEnded: false,
          guestPolicy: parameters.get('guestPolicy') ?? 'ALWAYS_ACCEPT',
          meta: Object.fromEntries(
            [...parameters].flatMap(([key, value]) =>
              /^meta_[a-zA-Z][a-zA-Z0-9-]*$/.test(key) ? [[key.slice(5).toLowerCase(), value]] : [],
            ),
          ),
          users: [],
          hooks: [],
        };
        meetings.set(id, made);
        return answers.created(version, made, false);
      }
      case 'join': {
        const failure = !meeting
          ? (['invalidMeetingIdentifier', 'A meeting with that ID does not exist'] as const)
          : parameters.has('createTime') && Number(parameters.get('createTime')) !== meeting.createTime
            ? ([
                'mismatchCreateTimeParam',
                'The createTime parameter submitted mismatches with the current meeting.',
              ] as const)
            : null;
        if (!meeting || failure) {
          const [key, message] = failure ?? ['', ''];
          if (parameters.get('redirect') === 'false') return answers.failed(key, message);
          const back = parameters.get('errorRedirectUrl') ?? `${origin}/`;
          return { redirect: `${back}?errors=${encodeURIComponent(JSON.stringify([{ key, message }]))}` };
        }
        const { token, waits, user } = enter(meeting, parameters);
        const url = `${origin}/html5client/join?sessionToken=${token}`;
        if (parameters.get('redirect') === 'false')
          return answers.joined(meeting.internalId, { id: user.internalId, token, waits }, url);
        return { redirect: url };
      }
      case 'isMeetingRunning':
        return meeting && meeting.users.length > 0 ? answers.running : answers.notRunning;
      case 'getMeetingInfo':
        return meeting
          ? answers.meeting(meeting, 'response')
          : answers.failed('notFound', 'A meeting with that ID does not exist');
      case 'getMeetings':
        return answers.meetings([...meetings.values()]);
      case 'end':
        if (!meeting) return answers.failed('notFound', 'A meeting with that ID does not exist');
        meeting.forciblyEnded = true;
        setImmediate(() => void expire(id));
        return answers.ended;
      case 'hooks/create': {
        const callback = parameters.get('callbackURL') ?? '';
        if (!meeting) return answers.hookMade(1, false);
        const duplicate = meeting.hooks.includes(callback);
        if (!duplicate) meeting.hooks.push(callback);
        return answers.hookMade(meeting.hooks.length, duplicate);
      }
      case '':
        return answers.index(version);
      default:
        return answers.failed('unsupportedRequest', 'This request is not supported.');
    }
  };

  const comes = async (meeting: ScriptedMeeting, user: ScriptedUser) => {
    meeting.users.push(user);
    meeting.hasUserJoined = true;
    await tell(meeting, 'user-joined', user);
  };

  const expire = async (meetingId: string) => {
    const meeting = meetings.get(meetingId);
    if (!meeting) return;
    meetings.delete(meetingId);
    await tell(meeting, 'meeting-ended');
    const callback = meeting.meta.endcallbackurl;
    if (callback === undefined || muted) return;
    const sign = callback.includes('?') ? '&' : '?';
    await fetch(`${callback}${sign}recordingmarks=false&meetingID=${encodeURIComponent(meetingId)}`).catch(
      () => null,
    );
  };

  const handle = (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', origin);
    const query = (request.url ?? '').split('?')[1] ?? '';
    if (url.pathname === '/html5client/join') {
      const session = sessions.get(url.searchParams.get('sessionToken') ?? '');
      response.writeHead(session ? 200 : 404).end();
      return;
    }
    if (!url.pathname.startsWith('/bigbluebutton/api')) {
      response.writeHead(404, { 'content-type': 'text/html' }).end(answers.noSuchPage);
      return;
    }
    const name = url.pathname.replace(/^\/bigbluebutton\/api\/?/, '');
    if (name.startsWith('hooks/') && hooks === 'none') {
      response.writeHead(404, { 'content-type': 'text/html' }).end(answers.noSuchPage);
      return;
    }
    calls.push({ name, parameters: url.searchParams });
    const only = name.startsWith('hooks/') && hooks === 'sha1' ? 'sha1' : undefined;
    const said =
      name !== '' && !fits(name, query, secret, only)
        ? answers.checksumFailed(version)
        : answer(name, url.searchParams);
    if (typeof said === 'string')
      response.writeHead(200, { 'content-type': 'text/xml;charset=utf-8' }).end(said);
    else response.writeHead(302, { location: said.redirect }).end();
  };

  const server = createServer(handle);
  await new Promise<void>((done) =>
    server.listen(Number(new URL(options.at ?? 'http://x:0').port), '127.0.0.1', done),
  );
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    api: `${origin}/bigbluebutton/api`,
    secret,
    calls,
    meeting: (id) => meetings.get(id),
    async follow(joinUrl) {
      const answered = await fetch(joinUrl);
      const token = new URL(answered.url).searchParams.get('sessionToken') ?? '';
      const session = sessions.get(token);
      const meeting = session && meetings.get(session.meetingId);
      if (!session || !meeting) return null;
      await comes(meeting, session.user);
      return session.user;
    },
    async letIn(meetingId, { userId, name }) {
      const meeting = meetings.get(meetingId);
      if (!meeting) throw new Error('no such meeting');
      const internalId = `w_${randomBytes(6).toString('hex')}`;
      const user: ScriptedUser = { internalId, userId, name, role: 'VIEWER' };
      await comes(meeting, user);
      return user;
    },
    async leave(meetingId, user) {
      const meeting = meetings.get(meetingId);
      if (!meeting) return;
      meeting.users = meeting.users.filter((one) => one.internalId !== user.internalId);
      await tell(meeting, 'user-left', user);
    },
    expire,
    mute() {
      muted = true;
    },
    forget: (meetingId) => void meetings.delete(meetingId),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
