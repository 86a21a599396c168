import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apiAddress } from './api-address.ts';

test.each([
  ['https://bbb.example', 'https://bbb.example/bigbluebutton/api'],
  ['https://BBB.example:443/', 'https://bbb.example/bigbluebutton/api'],
  ['https://bbb.example/bigbluebutton/', 'https://bbb.example/bigbluebutton/api'],
  [' https://bbb.example/bigbluebutton/api/ ', 'https://bbb.example/bigbluebutton/api'],
  ['http://127.0.0.1:8081/bigbluebutton/api', 'http://127.0.0.1:8081/bigbluebutton/api'],
  ['https://lb.example/b3lb/t/xx-001/bbb/api', 'https://lb.example/b3lb/t/xx-001/bbb/api'],
  ['https://hub.example/c/north/bigbluebutton', 'https://hub.example/c/north/bigbluebutton/api'],
  ['ftp://bbb.example', null],
  ['bbb.example', null],
  ['https://user:word@bbb.example', null],
  ['https://bbb.example/bigbluebutton/api?checksum=1', null],
  ['javascript:alert(1)', null],
  ['', null],
])('%j becomes %j', (typed, address) => {
  expect(apiAddress(typed)).toBe(address);
});

test('an address in its written form stays as it is', () => {
  fc.assert(
    fc.property(fc.webUrl(), (typed) => {
      const address = apiAddress(typed);
      if (address !== null) expect(apiAddress(address)).toBe(address);
    }),
  );
});
