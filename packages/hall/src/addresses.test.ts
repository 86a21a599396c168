import { describe, expect, it } from 'vitest';
import { apiUrl, browserUrl } from './addresses.ts';

describe('the address for browsers', () => {
  it.each([
    ['http://hall.localhost', 'http://hall.localhost:4321/'],
    ['http://127.0.0.1:0', 'http://127.0.0.1:4321/'],
    ['http://[::1]', 'http://[::1]:4321/'],
    ['http://hall.localhost:8443', 'http://hall.localhost:8443/'],
    ['https://hall.example', 'https://hall.example/'],
  ])('%s is %s', (given, url) => {
    expect(browserUrl(new URL(given), 4321).href).toBe(url);
  });
});

describe('the address for servers', () => {
  it.each([
    ['127.0.0.1', null, 'http://127.0.0.1:1/bigbluebutton/api'],
    ['0.0.0.0', null, 'http://127.0.0.1:1/bigbluebutton/api'],
    ['::1', { cert: 'c', key: 'k' }, 'https://[::1]:1/bigbluebutton/api'],
  ])('of %s', (host, tls, api) => {
    expect(apiUrl({ host, tls }, 1)).toBe(api);
  });
});
