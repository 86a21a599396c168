import { sign } from '@koinon/bbb-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { FrontEnd } from '../testing/front-end.ts';
import { TestBrowser } from '../testing/test-browser.ts';
import { SECRET, startTestHall, type TestHall } from '../testing/test-hall.ts';

let hall: TestHall;
let frontEnd: FrontEnd;
beforeEach(async () => {
  hall = await startTestHall();
  frontEnd = new FrontEnd(hall.api);
});
afterEach(() => hall.close());

const failed = (key: string, message: string) =>
  `<response><returncode>FAILED</returncode><messageKey>${key}</messageKey><message>${message}</message></response>`;
const value = (xml: string, name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
const get = async (address: string) => (await fetch(address, { redirect: 'manual' })).text();

describe('the checksum', () => {
  it.each(['sha1', 'sha256', 'sha384', 'sha512'] as const)('may be made with %s', async (algorithm) => {
    const query = 'meetingID=morning';
    const checksum = sign('isMeetingRunning', query, SECRET, algorithm);
    for (const given of [checksum, checksum.toUpperCase()]) {
      expect(await get(`${hall.api}/isMeetingRunning?${query}&checksum=${given}`)).toBe(
        '<response><returncode>SUCCESS</returncode><running>false</running></response>',
      );
    }
  });

  it('is needed, once, and right', async () => {
    const missing = failed('checksumError', 'You must provide the checksum');
    const wrong = failed('checksumError', 'Checksums do not match');
    expect(await get(`${hall.api}/getMeetings`)).toBe(missing);
    expect(await get(`${hall.api}/getMeetings?checksum=`)).toBe(missing);
    expect(await get(`${hall.api}/getMeetings?checksum=${'0'.repeat(64)}`)).toBe(wrong);
    expect(await get(new FrontEnd(hall.api, 'another secret').address('getMeetings'))).toBe(wrong);
    const good = frontEnd.address('getMeetings', new URLSearchParams({ a: '1' }));
    expect(await get(`${good}&more=1`)).toBe(wrong);
    const other = sign('getMeetings', '', 'another secret');
    expect(
      await get(`${hall.api}/getMeetings?checksum=${other}&checksum=${sign('getMeetings', '', SECRET)}`),
    ).toBe(wrong);
    const fromOtherCall = new URL(frontEnd.address('getMeetings')).search;
    expect(await get(`${hall.api}/getRecordings${fromOtherCall}`)).toBe(wrong);
  });

  it('comes before everything else', async () => {
    expect(await get(`${hall.api}/create`)).toContain('checksumError');
    expect(await get(`${hall.api}/getMeetingInfo?meetingID=unknown&checksum=abc`)).toContain('checksumError');
  });

  it('of a doubled checksum hides no parameter', async () => {
    await frontEnd.create({ guestPolicy: 'ALWAYS_DENY' });
    const query = 'meetingID=morning&fullName=Rui&role=VIEWER&est=true&redirect=false';
    const checksum = sign('join', query.replace('&est', '&guest'), SECRET);
    const doubled = query.replace('&est', `&guchecksum=${checksum}&est`);
    expect(await get(`${hall.api}/join?${doubled}&checksum=${checksum}`)).toContain('guestDeniedAccess');
  });
});

describe('an address that is no call', () => {
  it.each([
    'nothing',
    'constructor',
    '__proto__',
    '%zz',
    'create%E0%A4',
    'a'.repeat(3_000),
    'getMeetings/more',
  ])('is refused in the words of the API: %s', async (path) => {
    expect(await get(`${hall.api}/${path}?checksum=${'0'.repeat(64)}`)).toBe(
      failed('unsupportedRequest', 'This request is not supported.'),
    );
  });
});

describe('posting', () => {
  const form = (callName: string, given: Record<string, string>) =>
    new URLSearchParams({ ...given, checksum: sign(callName, '', SECRET) });
  const post = async (callName: string, init: RequestInit) =>
    (await fetch(`${hall.api}/${callName}`, { method: 'POST', ...init })).text();

  it('takes everything in a form', async () => {
    const body = form('create', { name: 'Cercle du mardi', meetingID: 'mardi' });
    expect(value(await post('create', { body }), 'meetingID')).toBe('mardi');
    const info = form('getMeetingInfo', { meetingID: 'mardi' });
    expect(value(await post('getMeetingInfo', { body: info }), 'meetingName')).toBe('Cercle du mardi');
    const multipart = new FormData();
    for (const [name, text] of form('end', { meetingID: 'mardi' })) multipart.set(name, text);
    expect(await post('end', { body: multipart })).toContain('sentEndMeetingRequest');
  });

  it('refuses a parameter that stands in the address and in the form', async () => {
    const address = frontEnd.address('getMeetingInfo', new URLSearchParams({ meetingID: 'morning' }));
    const body = new URLSearchParams({ meetingID: 'other' });
    expect(await (await fetch(address, { method: 'POST', body })).text()).toContain('Checksums do not match');
  });

  it('takes XML with create alone', async () => {
    const body = '<modules><module name="presentation"/></modules>';
    const init = { method: 'POST', body, headers: { 'content-type': 'application/xml' } };
    const create = frontEnd.address(
      'create',
      new URLSearchParams({ name: 'With slides', meetingID: 'slides' }),
    );
    expect(await (await fetch(create, init)).text()).toContain('SUCCESS');
    const unsupported = failed(
      'unsupportedContentType',
      'POST request Content-Type is missing or unsupported',
    );
    const end = frontEnd.address('end', new URLSearchParams({ meetingID: 'slides' }));
    expect(await (await fetch(end, init)).text()).toBe(unsupported);
    const json = { ...init, headers: { 'content-type': 'application/json' } };
    expect(await (await fetch(create, json)).text()).toBe(unsupported);
  });

  it('refuses a form that is too large', async () => {
    const body = form('create', { name: 'Large', meetingID: 'large', welcome: 'x'.repeat(1_100_000) });
    expect(await post('create', { body })).toBe(failed('sizeError', 'The request is too large'));
  });

  it('is not for join and hooks', async () => {
    const unsupported = failed('unsupportedRequest', 'This request is not supported.');
    expect(await post('join', { body: form('join', {}) })).toBe(unsupported);
    expect(await post('hooks/list', { body: form('hooks/list', {}) })).toBe(unsupported);
  });
});

describe('answers', () => {
  it('are XML with status 200, never kept by caches', async () => {
    for (const address of [
      hall.api,
      `${hall.api}/`,
      frontEnd.address('getMeetings'),
      `${hall.api}/nonsense`,
    ]) {
      const response = await fetch(address);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/xml; charset=utf-8');
      expect(response.headers.get('cache-control')).toBe('no-cache');
    }
  });

  it('say what the hall speaks, without a checksum', async () => {
    expect(await get(hall.api)).toBe(
      '<response><returncode>SUCCESS</returncode><version>2.0</version><apiVersion>2.0</apiVersion><bbbVersion/>' +
        `<koinonVersion>${packageJson.version}</koinonVersion></response>`,
    );
    const json = await fetch(hall.api, { headers: { 'content-type': 'application/json' } });
    expect(await json.json()).toMatchObject({
      response: { returncode: 'SUCCESS', version: '2.0', koinonVersion: packageJson.version },
    });
  });

  it.each(['insertDocument', 'sendChatMessage', 'hooks', 'constructor', '__proto__', 'join/x'])(
    'refuse %s',
    async (callName) => {
      expect(await frontEnd.call(callName)).toContain('<messageKey>unsupportedRequest</messageKey>');
    },
  );

  it('have no recordings', async () => {
    expect(await frontEnd.call('getRecordings', { meetingID: 'a,b,' })).toBe(
      '<response><returncode>SUCCESS</returncode><recordings/><messageKey>noRecordings</messageKey><message>There are no recordings for the meeting(s).</message></response>',
    );
  });

  it('have no meetings at first', async () => {
    expect(await frontEnd.call('getMeetings')).toContain('<meetings/><messageKey>noMeetings</messageKey>');
  });
});

describe('create', () => {
  it('gives what BigBlueButton gives', async () => {
    const xml = await frontEnd.create({ duration: 60, voiceBridge: '71234', dialNumber: '613-555-1212' });
    const createTime = value(xml, 'createTime') ?? '';
    expect(value(xml, 'internalMeetingID')).toBe(`45a21e4b5b2a90eb845ecf9801b1740c35baf300-${createTime}`);
    expect(value(xml, 'createDate')).toMatch(/^\w{3} \w{3} \d\d \d\d:\d\d:\d\d UTC \d{4}$/);
    expect(xml.replaceAll(/\d{13}|<createDate>[^<]*/g, '')).toBe(
      '<response><returncode>SUCCESS</returncode><meetingID>morning</meetingID>' +
        '<internalMeetingID>45a21e4b5b2a90eb845ecf9801b1740c35baf300-</internalMeetingID>' +
        '<parentMeetingID>bbb-none</parentMeetingID><attendeePW>ap</attendeePW><moderatorPW>mp</moderatorPW>' +
        '<createTime></createTime><voiceBridge>71234</voiceBridge><dialNumber>613-555-1212</dialNumber>' +
        '</createDate><hasUserJoined>false</hasUserJoined><duration>60</duration>' +
        '<hasBeenForciblyEnded>false</hasBeenForciblyEnded><messageKey/><message/></response>',
    );
  });

  it('again gives the same meeting with a warning, or refuses', async () => {
    const first = await frontEnd.create();
    const second = await frontEnd.create({ name: 'Another name' });
    expect(value(second, 'internalMeetingID')).toBe(value(first, 'internalMeetingID'));
    expect(value(second, 'messageKey')).toBe('duplicateWarning');
    expect(await frontEnd.create({ moderatorPW: 'other' })).toBe(
      failed(
        'idNotUnique',
        'A meeting already exists with that meeting ID.  Please use a different meeting ID.',
      ),
    );
    await frontEnd.create({ meetingID: 'evening', voiceBridge: '71234' });
    expect(await frontEnd.create({ meetingID: 'night', voiceBridge: '71234' })).toContain(
      '<errors><error><key>nonUniqueVoiceBridge</key>',
    );
  });

  it('says what is wrong', async () => {
    expect(await frontEnd.create({ meetingID: '' })).toBe(
      failed('missingParamMeetingID', 'You must provide a meeting ID'),
    );
    expect(await frontEnd.create({ meetingID: 'a,b' })).toContain('validationError');
    expect(await frontEnd.create({ name: 'x' })).toContain('sizeError');
    expect(await frontEnd.create({ attendeePW: 'x' })).toContain('invalidPassword');
    expect(await frontEnd.call('getMeetings')).toContain('noMeetings');
  });
});

describe('join', () => {
  it('leads to the meeting page, or answers in XML', async () => {
    const xml = await frontEnd.create();
    const response = await fetch(frontEnd.joinAddress(), { redirect: 'manual' });
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toMatch(
      new RegExp(`^${hall.url.origin}/meeting\\?sessionToken=[a-z0-9]{16}$`),
    );
    const answer = await get(
      frontEnd.joinAddress({ redirect: false, createTime: Number(value(xml, 'createTime')) }),
    );
    expect(value(answer, 'messageKey')).toBe('successfullyJoined');
    expect(value(answer, 'meeting_id')).toBe(value(xml, 'internalMeetingID'));
    expect(value(answer, 'guestStatus')).toBe('ALLOW');
    expect(value(answer, 'url')).toBe(
      `${hall.url.origin}/meeting?sessionToken=${value(answer, 'session_token')}`,
    );
    expect(value(await frontEnd.call('getMeetingInfo', { meetingID: 'morning' }), 'participantCount')).toBe(
      '0',
    );
  });

  it('knows the role by name or password', async () => {
    await frontEnd.create();
    const roleOf = async (given: { role?: string; password?: string }) => {
      const query = new URLSearchParams({
        meetingID: 'morning',
        fullName: 'Ann',
        redirect: 'false',
        ...given,
      });
      const xml = await get(frontEnd.address('join', query));
      const token = value(xml, 'session_token');
      if (!token) return xml;
      const browser = await TestBrowser.open(hall.url);
      const welcome = await browser.ask({ type: 'hello', token });
      return welcome.type === 'welcome' ? welcome.you.role : welcome.type;
    };
    expect(await roleOf({ password: 'mp' })).toBe('MODERATOR');
    expect(await roleOf({ password: 'ap' })).toBe('VIEWER');
    expect(await roleOf({ role: 'Moderator', password: 'ap' })).toBe('MODERATOR');
    expect(await roleOf({ role: 'King', password: 'ap' })).toBe('VIEWER');
    expect(await roleOf({ password: 'wrong' })).toBe(
      failed('Params required', 'You must enter a valid password'),
    );
    expect(await roleOf({})).toContain('Params required');
  });

  it('refuses with BigBlueButton’s keys', async () => {
    const refusal = async (given: Parameters<FrontEnd['joinAddress']>[0]) =>
      value(await get(frontEnd.joinAddress({ redirect: false, ...given })), 'messageKey');
    expect(await refusal({})).toBe('invalidMeetingIdentifier');
    await frontEnd.create({ guestPolicy: 'ALWAYS_DENY', maxParticipants: 1 });
    expect(await refusal({ createTime: 1 })).toBe('mismatchCreateTimeParam');
    expect(await refusal({ fullName: ' \u200b\u202e\u3164 ' })).toBe('missingParamFullName');
    expect(await refusal({ fullName: 'x'.repeat(513) })).toBe('sizeError');
    expect(await refusal({ role: 'VIEWER', guest: true })).toBe('guestDeniedAccess');
    await TestBrowser.enter(hall.url, await frontEnd.join({ userID: 'priya' }));
    expect(await refusal({ userID: 'tom' })).toBe('maxParticipantsReached');
    expect(await refusal({ userID: 'priya' })).toBe('successfullyJoined');
    await frontEnd.call('end', { meetingID: 'morning' });
    expect(await refusal({})).toBe('meetingForciblyEnded');
  });

  it('leads somewhere with its refusal, but nowhere that nobody signed', async () => {
    const location = async (address: string) => {
      const response = await fetch(address, { redirect: 'manual' });
      return [
        response.status,
        decodeURIComponent(response.headers.get('location') ?? '').replaceAll('+', ' '),
      ];
    };
    const error =
      'errors=[{"key":"invalidMeetingIdentifier","message":"A meeting with that ID does not exist"}]';
    const logoutURL = 'https://coop.example/out?x=1';
    const errorRedirectUrl = 'https://coop.example/sorry';
    expect(await location(frontEnd.joinAddress())).toEqual([302, `${hall.url.origin}/?${error}`]);
    expect(await location(frontEnd.joinAddress({ logoutURL }))).toEqual([302, `${logoutURL}&${error}`]);
    expect(await location(frontEnd.joinAddress({ logoutURL, errorRedirectUrl }))).toEqual([
      302,
      `${errorRedirectUrl}?${error}`,
    ]);
    expect(await location(frontEnd.joinAddress({ errorRedirectUrl: 'javascript:alert(1)' }))).toEqual([
      302,
      `${hall.url.origin}/?${error}`,
    ]);
    const unsigned = new FrontEnd(hall.api, 'another secret').joinAddress({ errorRedirectUrl });
    expect(await location(unsigned)).toEqual([
      302,
      `${hall.url.origin}/?errors=[{"key":"checksumError","message":"Checksums do not match"}]`,
    ]);
  });

  it.each([
    ['300 characters', 'é'.repeat(300), 'é'.repeat(300)],
    ['right to left', 'شيماء عبد الله', 'شيماء عبد الله'],
    ['markup', '<b>&"\'</b>', '<b>&"\'</b>'],
    ['direction marks', 'Ann\u202egro.live', 'Anngro.live'],
    ['outer space and controls', ' \u0000Ann\u0007 ', 'Ann'],
  ])('keeps a name with %s', async (_what, fullName, name) => {
    await frontEnd.create();
    const browser = await TestBrowser.enter(hall.url, await frontEnd.join({ fullName }));
    expect((await browser.next('entered')).people[0]?.name).toBe(name);
    const xml = await frontEnd.call('getMeetingInfo', { meetingID: 'morning' });
    const escaped = name
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;');
    expect(xml).toContain(`<fullName>${escaped}</fullName>`);
  });
});

describe('a meeting', () => {
  it('is told of with its people', async () => {
    await frontEnd.create({ meta: { 'Course-Name': 'A & B', room: 'r1' }, maxParticipants: 9 });
    const token = await frontEnd.join({ userID: 'u1', userdata: { colour: 'blue' } });
    const browser = await TestBrowser.open(hall.url);
    await browser.ask({ type: 'hello', token });
    await browser.ask({ type: 'enter', mic: 'none', camera: 'on' });
    await TestBrowser.enter(hall.url, await frontEnd.join({ fullName: 'Tom', role: 'VIEWER' }));
    const xml = await frontEnd.call('getMeetingInfo', { meetingID: 'morning' });
    expect(Object.fromEntries(COUNTS.map((name) => [name, value(xml, name)]))).toEqual({
      running: 'true',
      hasUserJoined: 'true',
      participantCount: '2',
      listenerCount: '1',
      voiceParticipantCount: '1',
      videoCount: '1',
      maxUsers: '9',
      moderatorCount: '1',
      endTime: '0',
    });
    expect(xml).toContain('<metadata><course-name>A &amp; B</course-name><room>r1</room></metadata>');
    expect(xml).toContain(
      '<attendee><userID>u1</userID><fullName>Priya Raman</fullName><role>MODERATOR</role><isPresenter>false</isPresenter>' +
        '<isListeningOnly>true</isListeningOnly><hasJoinedVoice>false</hasJoinedVoice><hasVideo>true</hasVideo>' +
        '<clientType>HTML5</clientType><customdata><colour>blue</colour></customdata></attendee>',
    );
    const internal = await frontEnd.call('getMeetingInfo', {
      meetingID: value(xml, 'internalMeetingID') ?? '',
    });
    expect(internal).toBe(xml);
    expect(await frontEnd.call('getMeetings')).toContain('<meetingName>Morning circle</meetingName>');
    expect(await frontEnd.call('isMeetingRunning', { meetingID: 'morning' })).toContain(
      '<running>true</running>',
    );
  });

  it('ends, and is not told of any more', async () => {
    await frontEnd.create();
    const browser = await TestBrowser.enter(hall.url, await frontEnd.join());
    expect(await frontEnd.call('end', { meetingID: 'morning', password: 'mp' })).toContain(
      '<returncode>SUCCESS</returncode><messageKey>sentEndMeetingRequest</messageKey>',
    );
    expect(await browser.next('ended')).toEqual({ type: 'ended', by: null });
    const notFound = failed('notFound', 'A meeting with that ID does not exist');
    expect(await frontEnd.call('getMeetingInfo', { meetingID: 'morning' })).toBe(notFound);
    expect(await frontEnd.call('end', { meetingID: 'morning' })).toBe(notFound);
    expect(await frontEnd.call('isMeetingRunning', { meetingID: 'morning' })).toContain(
      '<running>false</running>',
    );
    expect(await frontEnd.call('getMeetings')).toContain('noMeetings');
    expect(value(await frontEnd.create(), 'messageKey')).toBeUndefined();
  });
});

const COUNTS = [
  'running',
  'hasUserJoined',
  'participantCount',
  'listenerCount',
  'voiceParticipantCount',
  'videoCount',
  'maxUsers',
  'moderatorCount',
  'endTime',
];
