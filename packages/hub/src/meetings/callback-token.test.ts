import fc from 'fast-check';
import { expect, test } from 'vitest';
import { callbackToken, isCallbackToken } from './callback-token.ts';

const key = Buffer.alloc(32, 1);
const subject = { meetingId: 'm1', serverId: 's1' };

test('its own token is right', () => {
  expect(isCallbackToken(key, subject, callbackToken(key, subject))).toBe(true);
});

test('a token of another meeting, another server or another key is not', () => {
  for (const foreign of [
    callbackToken(key, { ...subject, meetingId: 'm2' }),
    callbackToken(key, { ...subject, serverId: 's2' }),
    callbackToken(Buffer.alloc(32, 2), subject),
    callbackToken(key, { meetingId: 'm1\ns1', serverId: '' }),
  ]) {
    expect(isCallbackToken(key, subject, foreign)).toBe(false);
  }
});

test('nothing else is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(isCallbackToken(key, subject, text)).toBe(text === callbackToken(key, subject));
    }),
  );
});
