import { readCreateParameters } from '@koinon/bbb-api';
import { describe, expect, it } from 'vitest';
import { createRequestOf } from './create-request.ts';
import { plainText } from './plain-text.ts';
import { webAddress } from './web-address.ts';

const HALL = new URL('https://hall.example/');
const request = (given: Record<string, string>) =>
  createRequestOf(
    readCreateParameters(new URLSearchParams({ meetingID: 'morning', name: 'Morning circle', ...given })),
    HALL,
  );

describe('what create says', () => {
  it('has BigBlueButton’s defaults', () => {
    expect(request({})).toEqual({
      externalId: 'morning',
      name: 'Morning circle',
      attendeePassword: null,
      moderatorPassword: null,
      voiceBridge: null,
      dialNumber: null,
      maxParticipants: 0,
      durationMinutes: 0,
      expireUnjoinedMinutes: 5,
      expireEmptyMinutes: 1,
      guestPolicy: 'ALWAYS_ACCEPT',
      welcome: null,
      logoutUrl: null,
      logo: null,
      meetingEndedUrl: null,
      metadata: {},
    });
  });

  it('switches limits off with 0, and takes no negative ones', () => {
    expect(
      request({ meetingExpireIfNoUserJoinedInMinutes: '0', meetingExpireWhenLastUserLeftInMinutes: '-3' }),
    ).toMatchObject({ expireUnjoinedMinutes: 0, expireEmptyMinutes: 1 });
  });

  it('fills the placeholders of the welcome text in, after the markup is gone', () => {
    const name = '$& <Circle>';
    const welcome = '<b>Welcome</b> to %%CONFNAME%%<br/>%%DIALNUM%%|%%CONFNUM%%|%%SERVERURL%%';
    expect(request({ name, welcome, dialNumber: '555', voiceBridge: '7' }).welcome).toBe(
      'Welcome to $& <Circle>\n555|7|https://hall.example',
    );
  });

  it('sends browsers to the web alone', () => {
    const bad = 'javascript:alert(1)';
    expect(request({ logo: bad, logoutURL: bad })).toMatchObject({ logo: null, logoutUrl: null });
    expect(webAddress('data:text/html,x')).toBeNull();
    expect(webAddress('/relative')).toBeNull();
    expect(webAddress(`https://coop.example/${'x'.repeat(2000)}`)).toBeNull();
    expect(webAddress('HTTPS://Coop.example')).toBe('https://coop.example/');
    expect(webAddress('https://[::1]:8443/mark.svg')).toBe('https://[::1]:8443/mark.svg');
  });

  it.each([
    'https://a;sandbox/mark.svg',
    'https://a,b/',
    "https://a'b/",
    'https://*/',
    'https://a;worker-src/',
  ])('gives no host that would say something in the page’s policy: %s', (address) => {
    expect(request({ logo: address, logoutURL: address })).toMatchObject({ logo: null, logoutUrl: null });
  });
});

describe('markup as plain text', () => {
  it.each([
    ['<p>One</p><p>Two</p>', 'One\nTwo'],
    ['<ul><li>a</li><li>b</li></ul>', 'a\nb'],
    ['1 &lt; 2 &amp;&amp; &#233;&nbsp;&bogus;', '1 < 2 && é &bogus;'],
    ['<script>x</script><img src=x onerror=y>', 'x'],
    ['a < b and c > d', 'a < b and c > d'],
    ['&#0;&#9999999;', '&#0;&#9999999;'],
  ])('%s', (html, text) => {
    expect(plainText(html)).toBe(text);
  });
});
