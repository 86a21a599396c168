import type { ScriptedMeeting, ScriptedVersion } from './state.ts';

// Written out by hand after BigBlueButton's own templates (bigbluebutton-web, WEB-INF/freemarker/*.ftlx), and
// not with our own XML writer: a mistake there must not agree with itself here.

const text = (value: string | number | boolean) =>
  String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export function failed(key: string, message: string): string {
  return `<response><returncode>FAILED</returncode><messageKey>${key}</messageKey><message>${text(message)}</message></response>`;
}

export function checksumFailed(version: ScriptedVersion): string {
  return failed(
    'checksumError',
    version === '2.7' ? 'You did not pass the checksum security check' : 'Checksums do not match',
  );
}

export function index(version: ScriptedVersion): string {
  const graphql =
    version === '2.7'
      ? ''
      : '<graphqlWebsocketUrl>wss://bbb.example/graphql</graphqlWebsocketUrl><graphqlApiUrl>https://bbb.example/api/rest</graphqlApiUrl>';
  const plugins = version === '4.0' ? '<html5PluginSdkVersion>0.1.0</html5PluginSdkVersion>' : '';
  return `<response><returncode>SUCCESS</returncode><version>2.0</version><apiVersion>2.0</apiVersion><bbbVersion></bbbVersion>${graphql}${plugins}</response>`;
}

export function created(version: ScriptedVersion, meeting: ScriptedMeeting, duplicate: boolean): string {
  const passwords =
    version === '4.0' ? '' : '<attendeePW>aB3dE6gH</attendeePW>\n  <moderatorPW>Zy1Xw2Vu</moderatorPW>';
  return `<response>
  <returncode>SUCCESS</returncode>
  <meetingID>${text(meeting.id)}</meetingID>
  <internalMeetingID>${meeting.internalId}</internalMeetingID>
  <parentMeetingID>bbb-none</parentMeetingID>
  ${passwords}
  <createTime>${meeting.createTime}</createTime>
  <voiceBridge>70757</voiceBridge>
  <dialNumber>613-555-1234</dialNumber>
  <createDate>Mon Jul 09 17:03:29 UTC 2018</createDate>
  <hasUserJoined>${meeting.hasUserJoined}</hasUserJoined>
  <duration>0</duration>
  <hasBeenForciblyEnded>false</hasBeenForciblyEnded>
  <messageKey>${duplicate ? 'duplicateWarning' : ''}</messageKey>
  <message>${duplicate ? 'This conference was already in existence and may currently be in progress.' : ''}</message>
</response>`;
}

export function meeting(it: ScriptedMeeting, root: 'response' | 'meeting'): string {
  const attendees = it.users.map(
    (user) => `<attendee>
      <userID>${text(user.userId)}</userID>
      <fullName>${text(user.name)}</fullName>
      <role>${user.role}</role>
      <isPresenter>false</isPresenter>
      <isListeningOnly>false</isListeningOnly>
      <hasJoinedVoice>true</hasJoinedVoice>
      <hasVideo>false</hasVideo>
      <clientType>HTML5</clientType>
      <customdata></customdata>
    </attendee>`,
  );
  const metadata = Object.entries(it.meta).map(([key, value]) => `<${key}>${text(value)}</${key}>`);
  return `<${root}>
  ${root === 'response' ? '<returncode>SUCCESS</returncode>' : ''}
  <meetingName>${text(it.name)}</meetingName>
  <meetingID>${text(it.id)}</meetingID>
  <internalMeetingID>${it.internalId}</internalMeetingID>
  <createTime>${it.createTime}</createTime>
  <createDate>Mon Jul 09 17:03:29 UTC 2018</createDate>
  <voiceBridge>70757</voiceBridge>
  <dialNumber>613-555-1234</dialNumber>
  <attendeePW>aB3dE6gH</attendeePW>
  <moderatorPW>Zy1Xw2Vu</moderatorPW>
  <running>${it.users.length > 0}</running>
  <duration>0</duration>
  <hasUserJoined>${it.hasUserJoined}</hasUserJoined>
  <recording>false</recording>
  <hasBeenForciblyEnded>${it.forciblyEnded}</hasBeenForciblyEnded>
  <startTime>${it.createTime + 12}</startTime>
  <endTime>0</endTime>
  <participantCount>${it.users.length}</participantCount>
  <listenerCount>0</listenerCount>
  <voiceParticipantCount>${it.users.length}</voiceParticipantCount>
  <videoCount>0</videoCount>
  <maxUsers>0</maxUsers>
  <moderatorCount>${it.users.filter((user) => user.role === 'MODERATOR').length}</moderatorCount>
  <attendees>${attendees.join('')}</attendees>
  <metadata>${metadata.join('')}</metadata>
  <isBreakout>false</isBreakout>
</${root}>`;
}

export function meetings(all: readonly ScriptedMeeting[]): string {
  if (all.length === 0) {
    return '<response><returncode>SUCCESS</returncode><meetings/><messageKey>noMeetings</messageKey><message>no meetings were found on this server</message></response>';
  }
  return `<response><returncode>SUCCESS</returncode><meetings>${all.map((it) => meeting(it, 'meeting')).join('')}</meetings></response>`;
}

export function joined(
  internalId: string,
  user: { id: string; token: string; waits: boolean },
  url: string,
): string {
  return `<response>
  <returncode>SUCCESS</returncode>
  <messageKey>successfullyJoined</messageKey>
  <message>You have joined successfully.</message>
  <meeting_id>${internalId}</meeting_id>
  <user_id>${user.id}</user_id>
  <auth_token>q1w2e3r4t5y6</auth_token>
  <session_token>${user.token}</session_token>
  <guestStatus>${user.waits ? 'WAIT' : 'ALLOW'}</guestStatus>
  <url>${text(url)}</url>
</response>`;
}

export const ended =
  '<response><returncode>SUCCESS</returncode><messageKey>sentEndMeetingRequest</messageKey><message>A request to end the meeting was sent. Wait a few seconds, and then use the getMeetingInfo or isMeetingRunning API calls to verify that it was ended.</message></response>';

export const notRunning = '<response><returncode>SUCCESS</returncode><running>false</running></response>';
export const running = '<response><returncode>SUCCESS</returncode><running>true</running></response>';

export function hookMade(id: number, duplicate: boolean): string {
  const warning = duplicate
    ? '<messageKey>duplicateWarning</messageKey><message>There is already a hook for this callback URL.</message>'
    : '';
  return `<response><returncode>SUCCESS</returncode><hookID>${id}</hookID><permanentHook>false</permanentHook><rawData>false</rawData>${warning}</response>`;
}

/** What nginx says where bbb-webhooks is not installed. */
export const noSuchPage =
  '<html>\r\n<head><title>404 Not Found</title></head>\r\n<body>\r\n<center><h1>404 Not Found</h1></center>\r\n</body>\r\n</html>\r\n';
