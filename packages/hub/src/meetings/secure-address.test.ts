import { expect, test } from 'vitest';
import { isSecureAddress } from './secure-address.ts';

test.each([
  ['https', 'meet.example', true],
  ['http', 'meet.example', false],
  ['http', '127.0.0.1', true],
  ['http', '127.0.0.1.example', false],
  ['http', 'localhost', true],
  ['http', 'hall.localhost', true],
  ['http', 'localhost.example', false],
  ['http', '[::1]', true],
  ['http', '::1', true],
  ['http', '192.168.1.7', false],
])('%s on %s', (protocol, host, secure) => {
  expect(isSecureAddress(protocol, host)).toBe(secure);
});
