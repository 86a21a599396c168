import { describe, expect, test } from 'vitest';
import { ParamsRequiredError } from '../errors.ts';
import { joinErrorLocation } from './join-response.ts';
import { guestStatusOf, roleOfJoin } from './join-rules.ts';

const meeting = { attendeePW: 'ap', moderatorPW: 'mp' };

describe('the role of a join', () => {
  test('is the one it names, whatever the password', () => {
    expect(roleOfJoin({ role: 'VIEWER', password: 'mp' }, meeting)).toBe('VIEWER');
  });
  test('is the one whose password it shows', () => {
    expect(roleOfJoin({ password: 'mp' }, meeting)).toBe('MODERATOR');
    expect(roleOfJoin({ password: 'ap' }, meeting)).toBe('VIEWER');
  });
  test('is refused with the three texts of BigBlueButton', () => {
    const none = { attendeePW: null, moderatorPW: null };
    expect(() => roleOfJoin({ password: 'no' }, meeting)).toThrow(new ParamsRequiredError('wrong-password'));
    expect(() => roleOfJoin({ password: 'no' }, none)).toThrow(new ParamsRequiredError('no-passwords'));
    expect(() => roleOfJoin({}, meeting)).toThrow(new ParamsRequiredError('nothing-given'));
    expect(new ParamsRequiredError('nothing-given').messageKey).toBe('Params required');
  });
});

describe('the lobby', () => {
  test.each([
    ['ALWAYS_ACCEPT', 'ALLOW', 'ALLOW', 'ALLOW'],
    ['ALWAYS_DENY', 'ALLOW', 'DENY', 'DENY'],
    ['ASK_MODERATOR', 'ALLOW', 'WAIT', 'WAIT'],
    ['ALWAYS_ACCEPT_AUTH', 'ALLOW', 'WAIT', 'ALLOW'],
  ] as const)('%s: moderator %s, guest %s, known viewer %s', (policy, moderator, guest, viewer) => {
    expect(guestStatusOf(policy, { role: 'MODERATOR', guest: true, auth: false })).toBe(moderator);
    expect(guestStatusOf(policy, { role: 'VIEWER', guest: true, auth: false })).toBe(guest);
    expect(guestStatusOf(policy, { role: 'VIEWER', guest: false, auth: true })).toBe(viewer);
  });
});

test('a refused join leads back to the front end, which keeps its own parameters', () => {
  const error = { messageKey: 'guestDeniedAccess', message: 'no' };
  expect(joinErrorLocation('https://front.example/back?room=7', error)).toBe(
    'https://front.example/back?room=7&errors=%5B%7B%22key%22%3A%22guestDeniedAccess%22%2C%22message%22%3A%22no%22%7D%5D',
  );
});
