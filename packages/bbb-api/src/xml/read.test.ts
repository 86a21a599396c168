import { describe, expect, test } from 'vitest';
import { readCreateResponse } from '../calls/create.ts';
import { readGetMeetingsResponse } from '../calls/get-meetings.ts';
import { readHooksListResponse } from '../calls/hooks-list.ts';
import { readIndexResponse } from '../calls/index-call.ts';
import { readResponse } from '../response.ts';
import { type XmlElement, XmlError } from './read.ts';

function rootOf(xml: string): XmlElement {
  const response = readResponse(xml);
  if (response.returncode !== 'SUCCESS') throw new Error('the answer is a refusal');
  return response.root;
}

describe('answers of real servers', () => {
  test('an index answer of BigBlueButton 2.7, 3.0 and 4.0', () => {
    const old = '<response><returncode>SUCCESS</returncode><version>2.0</version></response>';
    expect(readIndexResponse(rootOf(old))).toEqual({
      version: '2.0',
      apiVersion: '2.0',
      bbbVersion: null,
      koinonVersion: null,
    });
    const newer = `<response>
      <returncode>SUCCESS</returncode>
      <version>2.0</version>
      <apiVersion>2.0</apiVersion>
      <bbbVersion>3.0.4</bbbVersion>
      <graphqlWebsocketUrl>wss://bbb.example/graphql</graphqlWebsocketUrl>
      <html5PluginSdkVersion>0.0.90</html5PluginSdkVersion>
    </response>`;
    expect(readIndexResponse(rootOf(newer))).toEqual({
      version: '2.0',
      apiVersion: '2.0',
      bbbVersion: '3.0.4',
      koinonVersion: null,
    });
  });

  test('a created meeting, with the white space of the templates and numbers kept as text', () => {
    const xml = `<?xml version="1.0" encoding="UTF-8"?>
<response>
<returncode>SUCCESS</returncode>
<meetingID>00123</meetingID>
<internalMeetingID>40bd001563085fc35165329ea1ff5c5ecbdbbeef-1531155809613</internalMeetingID>
<parentMeetingID>bbb-none</parentMeetingID>
<attendeePW>0042</attendeePW>
<moderatorPW>1e9</moderatorPW>
<createTime>1531155809613</createTime>
<voiceBridge>07066</voiceBridge>
<dialNumber>613-555-1234</dialNumber>
<createDate>Mon Jul 09 17:03:29 UTC 2018</createDate>
<hasUserJoined>false</hasUserJoined>
<duration>0</duration>
<hasBeenForciblyEnded>false</hasBeenForciblyEnded>
<messageKey></messageKey>
<message></message>
</response>
`;
    expect(readCreateResponse(rootOf(xml))).toMatchObject({
      meetingID: '00123',
      attendeePW: '0042',
      moderatorPW: '1e9',
      createTime: 1_531_155_809_613,
      voiceBridge: '07066',
      message: null,
    });
  });

  test('meetings, with elements that this reader does not know and custom data under odd names', () => {
    const xml = `<response><returncode>SUCCESS</returncode><meetings><meeting>
      <meetingName>Caf&#233; &amp; &quot;th&#xE9;&quot;</meetingName><meetingID>m1</meetingID><running>true</running>
      <participantCount>1</participantCount><moderatorCount>1</moderatorCount><somethingOf40><a>b</a></somethingOf40>
      <attendees><attendee><userID>u1</userID><fullName>Zoë</fullName><role>MODERATOR</role>
      <customdata><1st>x</1st></customdata></attendee></attendees>
      <metadata><bbb-origin>Moodle</bbb-origin><empty/></metadata><isBreakout>false</isBreakout>
    </meeting></meetings></response>`;
    const [meeting, ...others] = readGetMeetingsResponse(rootOf(xml));
    expect(others).toEqual([]);
    expect(meeting).toMatchObject({
      meetingName: 'Café & "thé"',
      meetingID: 'm1',
      running: true,
      attendeePW: null,
      metadata: { 'bbb-origin': 'Moodle', empty: '' },
      breakout: null,
    });
    expect(meeting?.attendees).toMatchObject([{ userID: 'u1', fullName: 'Zoë', role: 'MODERATOR' }]);
  });

  test('no meetings, in both forms', () => {
    for (const list of ['<meetings/>', '<meetings></meetings>', '']) {
      const xml = `<response><returncode>SUCCESS</returncode>${list}<messageKey>noMeetings</messageKey></response>`;
      expect(readGetMeetingsResponse(rootOf(xml))).toEqual([]);
    }
  });

  test('hooks, whose addresses come as CDATA', () => {
    const xml =
      '<response><returncode>SUCCESS</returncode><hooks><hook><hookID>1</hookID>' +
      '<callbackURL><![CDATA[https://front.example/hook?a=1&b=&amp;]]></callbackURL>' +
      '<meetingID><![CDATA[m1]]></meetingID><permanentHook>false</permanentHook><rawData>false</rawData>' +
      '</hook></hooks></response>';
    expect(readHooksListResponse(rootOf(xml))).toEqual([
      {
        hookID: '1',
        callbackURL: 'https://front.example/hook?a=1&b=&amp;',
        meetingID: 'm1',
        eventID: null,
        permanentHook: false,
        rawData: false,
      },
    ]);
  });

  test('a refusal without a key, as some load balancers write it', () => {
    const xml =
      '<response><returncode>FAILED</returncode><message>Meeting limit reached.</message></response>';
    expect(readResponse(xml)).toEqual({ returncode: 'FAILED', key: '', message: 'Meeting limit reached.' });
  });
});

test.each(['&#0;', '&#x0;', '&#8;', '&#xD800;', '&#xFFFF;', '&#1114112;'])(
  'the reference %s to no character stays as it stands',
  (reference) => {
    const xml = `<response><returncode>FAILED</returncode><messageKey>a&#9;${reference}b</messageKey></response>`;
    expect(readResponse(xml)).toEqual({ returncode: 'FAILED', key: `a\t${reference}b`, message: '' });
  },
);

describe('what is no answer', () => {
  test.each([
    ['', 'the text does not end like an answer'],
    ['<html><body>502 Bad Gateway</body></html>', 'the text does not end like an answer'],
    ['<response><returncode>SUCCESS</returncode><meetings><meeting>', 'the text does not end like an answer'],
    ['<response></response>', 'the answer has no returncode'],
    ['<response><returncode>MAYBE</returncode></response>', 'the answer has no returncode'],
    ['<a/><response></response>', 'the root element is not <response>'],
    ['<a><response></response>', 'the root element is not <response>'],
    [
      '<!DOCTYPE r [<!ENTITY a "aaaa">]><response><returncode>SUCCESS</returncode></response>',
      'a document type is not allowed',
    ],
  ])('%j', (xml, reason) => {
    expect(() => readResponse(xml)).toThrow(new XmlError(reason));
  });

  test('elements nested without end', () => {
    const xml = `<response>${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}</response>`;
    expect(() => readResponse(xml)).toThrow(XmlError);
  });
});
