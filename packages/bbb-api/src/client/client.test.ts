import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCreateParameters, writeCreateResponse } from '../calls/create.ts';
import { writeGetMeetingsResponse } from '../calls/get-meetings.ts';
import { writeHooksCreateResponse } from '../calls/hooks-create.ts';
import { writeIndexResponse } from '../calls/index-call.ts';
import { writeIsMeetingRunningResponse } from '../calls/is-meeting-running.ts';
import { readJoinParameters } from '../calls/join.ts';
import { ChecksumMismatchError, NotFoundError } from '../errors.ts';
import { writeError } from '../response.ts';
import { verify } from '../verify.ts';
import { BbbClient, type BbbClientOptions } from './client.ts';

const secret = 'the secret of the server';
type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

let server: Server;
let handler: Handler;
let requests: string[];
let pausesMs: number[];

beforeEach(async () => {
  requests = [];
  pausesMs = [];
  server = createServer((request, response) => {
    requests.push(request.url ?? '');
    void handler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function client(options: Partial<BbbClientOptions> = {}): BbbClient {
  const { port } = server.address() as AddressInfo;
  const sleep = async (ms: number) => void pausesMs.push(ms);
  return new BbbClient({ api: `http://127.0.0.1:${port}/bigbluebutton/api/`, secret, sleep, ...options });
}

const answers = (xml: string, status = 200): Handler => {
  return (_, response) => void response.writeHead(status, { 'content-type': 'text/xml' }).end(xml);
};

function parametersOf(url: string, callName: string): URLSearchParams {
  const { pathname, search } = new URL(url, 'http://server.example');
  expect(pathname).toBe(`/bigbluebutton/api/${callName}`);
  return verify({ callName, queryString: search.slice(1) }, [secret]).parameters;
}

const created = writeCreateResponse({
  meetingID: 'm1',
  internalMeetingID: 'x-1',
  parentMeetingID: 'bbb-none',
  attendeePW: 'ap',
  moderatorPW: 'mp',
  createTime: 1,
  voiceBridge: '70000',
  dialNumber: '',
  createDate: '',
  hasUserJoined: false,
  duration: 0,
  hasBeenForciblyEnded: false,
  message: null,
});

describe('a call', () => {
  test('is signed over exactly what it sends', async () => {
    handler = answers(created);
    const parameters = {
      name: "Cercle du mardi & l'été",
      meetingID: 'm1',
      meta: { 'koinon-house': 'La Tisserie' },
    };
    expect(await client().create(parameters)).toMatchObject({
      ok: true,
      value: { meetingID: 'm1', createTime: 1 },
    });
    expect(readCreateParameters(parametersOf(requests[0] ?? '', 'create'))).toEqual(parameters);
  });

  test('posts the modules of create as XML, with the parameters in the address', async () => {
    let body = '';
    let type: string | undefined;
    handler = async (request, response) => {
      body = await text(request);
      type = request.headers['content-type'];
      await answers(created)(request, response);
    };
    await client().create({ name: 'ab', meetingID: 'm1' }, '<modules/>');
    expect([type, body]).toEqual(['application/xml', '<modules/>']);
    expect(parametersOf(requests[0] ?? '', 'create').get('meetingID')).toBe('m1');
  });

  test('without parameters carries a checksum alone', async () => {
    handler = answers(writeGetMeetingsResponse([]));
    expect(await client().getMeetings()).toEqual({ ok: true, value: [] });
    expect(parametersOf(requests[0] ?? '', 'getMeetings').size).toBe(0);
  });

  test('to the bare address asks for the version', async () => {
    handler = answers(
      writeIndexResponse({ version: '2.0', apiVersion: '2.0', bbbVersion: null, koinonVersion: null }),
    );
    expect(await client({ algorithm: 'sha1' }).index()).toMatchObject({
      ok: true,
      value: { version: '2.0' },
    });
    expect(requests[0]).toMatch(/^\/bigbluebutton\/api\/\?checksum=[0-9a-f]{40}$/);
  });

  test('a join address is signed and asks nobody', () => {
    const address = new URL(client().joinUrl({ fullName: 'Zoë +1', meetingID: 'm1', role: 'MODERATOR' }));
    const parameters = parametersOf(`${address.pathname}${address.search}`, 'join');
    expect(readJoinParameters(parameters)).toMatchObject({
      fullName: 'Zoë +1',
      meetingID: 'm1',
      role: 'MODERATOR',
    });
    expect(requests).toEqual([]);
  });
});

describe('what goes wrong', () => {
  test('a refusal comes with its key', async () => {
    handler = answers(writeError(new NotFoundError()));
    expect(await client().getMeetingInfo('m1')).toEqual({
      ok: false,
      error: { kind: 'refused', key: 'notFound', message: 'A meeting with that ID does not exist' },
    });
    expect(requests).toHaveLength(1);
  });

  test('a page is nonsense, with its status', async () => {
    handler = answers('<html>not here</html>', 404);
    expect(await client().isMeetingRunning('m1')).toEqual({
      ok: false,
      error: { kind: 'nonsense', status: 404, reason: 'the text does not end like an answer' },
    });
    expect(requests).toHaveLength(1);
  });

  test('a redirection is not followed', async () => {
    handler = (_, response) => void response.writeHead(302, { location: '/elsewhere' }).end();
    expect(await client().getMeetings()).toEqual({
      ok: false,
      error: { kind: 'nonsense', status: 302, reason: 'a redirection' },
    });
    expect(requests).toHaveLength(1);
  });

  test('an answer without end is not read to the end', async () => {
    handler = (_, response) => {
      response.writeHead(200);
      const pour = () => response.write('x'.repeat(50_000), (error) => error ?? setImmediate(pour));
      pour();
    };
    expect(await client({ maxBytes: 100_000 }).getMeetings()).toEqual({
      ok: false,
      error: { kind: 'nonsense', status: 200, reason: 'more than 100000 bytes' },
    });
  });

  test('silence is unreachable when the time is over', async () => {
    handler = () => {};
    const result = await client({ timeoutMs: 50, retries: 0 }).getMeetings();
    expect(result).toMatchObject({ ok: false, error: { kind: 'unreachable', timedOut: true } });
  });

  test('nobody there is unreachable', async () => {
    server.closeAllConnections();
    const result = client({ retries: 0 });
    await new Promise((resolve) => server.close(resolve));
    expect(await result.getMeetings()).toMatchObject({
      ok: false,
      error: { kind: 'unreachable', timedOut: false },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
});

describe('trying again', () => {
  test('a call that changes nothing, while the server fails', async () => {
    handler = (request, response) =>
      requests.length < 3
        ? answers('<html>bad gateway</html>', 502)(request, response)
        : answers(writeIsMeetingRunningResponse({ running: true }))(request, response);
    expect(await client().isMeetingRunning('m1')).toEqual({ ok: true, value: true });
    expect(pausesMs).toEqual([200, 400]);
  });

  test('no more often than told', async () => {
    handler = (request) => void request.socket.destroy();
    expect(await client({ retries: 1 }).getMeetings()).toMatchObject({
      ok: false,
      error: { kind: 'unreachable' },
    });
    expect(requests).toHaveLength(2);
  });

  test('never a call that changes something', async () => {
    handler = answers('', 503);
    await client().create({ name: 'ab', meetingID: 'm1' });
    await client().end({ meetingID: 'm1' });
    await client().join({ fullName: 'A', meetingID: 'm1', role: 'VIEWER' });
    expect(requests).toHaveLength(3);
    expect(pausesMs).toEqual([]);
  });
});

test('hooks of older servers are signed with SHA-1 when they refuse better', async () => {
  handler = (request, response) => {
    const old = /checksum=[0-9a-f]{40}$/.test(request.url ?? '');
    const hook = { hookID: '7', permanentHook: false, rawData: false, duplicate: false };
    answers(old ? writeHooksCreateResponse(hook) : writeError(new ChecksumMismatchError()))(
      request,
      response,
    );
  };
  const result = await client().hooksCreate({
    callbackURL: 'https://hub.example/hook',
    eventID: ['user-joined'],
  });
  expect(result).toMatchObject({ ok: true, value: { hookID: '7', duplicate: false } });
  expect(requests).toHaveLength(2);
  expect(parametersOf(requests[1] ?? '', 'hooks/create').get('eventID')).toBe('user-joined');
});
