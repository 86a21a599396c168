import { CannotStart } from '@koinon/running';
import { describe, expect, test } from 'vitest';
import type { Program } from './addresses.ts';
import { readSettings } from './settings.ts';

function sentences(program: Program, env: NodeJS.ProcessEnv): string {
  try {
    readSettings(program, env);
  } catch (error) {
    if (error instanceof CannotStart && error.exitCode === 78) return error.message;
    throw error;
  }
  return 'accepted';
}

describe('without any setting', () => {
  const { hub, hall, log, warnings } = readSettings('together', {});

  test('hub and hall listen on loopback, under two host names', () => {
    expect(hub).toMatchObject({ host: '127.0.0.1', port: 8080, url: new URL('http://127.0.0.1:8080') });
    expect(hall).toMatchObject({ host: '127.0.0.1', port: 8081, url: new URL('http://hall.localhost:8081') });
    expect(hall.media).toMatchObject({ port: 20_000, announced: null, iceServers: [] });
  });

  test('the demo may call this machine, and nothing is warned of', () => {
    expect(hub.allowOutbound).toEqual(['127.0.0.0/8', '::1/128']);
    expect({ log, warnings }).toEqual({ log: 'warn', warnings: [] });
  });
});

test('a public address binds to all addresses, and the hub alone may call public ones only', () => {
  const { hub } = readSettings('hub', {
    KOINON_URL: 'https://meet.example.coop',
    KOINON_TRUST_PROXY: '127.0.0.1, ::1',
    KOINON_SMTP_URL: 'smtp://localhost',
    DATABASE_URL: 'postgres://localhost/koinon',
  });
  expect(hub).toMatchObject({
    host: '0.0.0.0',
    trustProxy: ['127.0.0.1', '::1'],
    mailFrom: 'Koinon <no-reply@meet.example.coop>',
    allowOutbound: [],
  });
});

test('the hall’s port follows the hub’s', () => {
  expect(readSettings('together', { KOINON_PORT: '9000' }).hall.url.href).toBe('http://hall.localhost:9001/');
  expect(readSettings('together', { KOINON_PORT: '0' }).hall.port).toBe(0);
});

test('ICE servers come as a list or as JSON', () => {
  const read = (text: string) => readSettings('hall', { KOINON_ICE_SERVERS: text }).hall.media.iceServers;
  expect(read('stun:a.example:3478, turn:b.example')).toEqual([
    { urls: ['stun:a.example:3478'] },
    { urls: ['turn:b.example'] },
  ]);
  expect(read('[{"urls":"turn:b.example","username":"u","credential":"c"}]')).toEqual([
    { urls: ['turn:b.example'], username: 'u', credential: 'c' },
  ]);
});

describe('a wrong value is told in one sentence', () => {
  const cases: [string, string, string][] = [
    [
      'KOINON_PORT',
      '80a',
      'KOINON_PORT is "80a" and must be a whole number from 0 to 65535 (0: any free port).',
    ],
    [
      'KOINON_PORT',
      '70000',
      'KOINON_PORT is "70000" and must be a whole number from 0 to 65535 (0: any free port).',
    ],
    [
      'KOINON_PORT',
      '-1',
      'KOINON_PORT is "-1" and must be a whole number from 0 to 65535 (0: any free port).',
    ],
    [
      'KOINON_HOST',
      'everywhere',
      'KOINON_HOST is "everywhere" and must be an IP address of this machine, or 0.0.0.0 for all of them.',
    ],
    [
      'KOINON_URL',
      'meet.example.coop',
      'KOINON_URL is "meet.example.coop" and must be an address without a path, such as https://meet.example.coop.',
    ],
    [
      'KOINON_URL',
      'https://a.example/koinon',
      'KOINON_URL is "https://a.example/koinon" and must be an address without a path, such as https://meet.example.coop.',
    ],
    ['KOINON_SECRET', 'short', 'KOINON_SECRET must be at least 32 characters that nobody can guess.'],
    [
      'DATABASE_URL',
      'mysql://root:hidden@x',
      'DATABASE_URL must be an address such as postgres://koinon:password@127.0.0.1:5432/koinon.',
    ],
    [
      'KOINON_SMTP_URL',
      'mail.example',
      'KOINON_SMTP_URL must be an address such as smtps://user:password@mail.example.coop:465.',
    ],
    [
      'KOINON_MAIL_FROM',
      'nobody',
      'KOINON_MAIL_FROM is "nobody" and must be a mail address, such as "La Tisserie <rooms@latisserie.example>".',
    ],
    ['KOINON_MEDIA_ANNOUNCED', 'me', 'KOINON_MEDIA_ANNOUNCED is "me" and must be an IP address.'],
    [
      'KOINON_TRUST_PROXY',
      '10.0.0.0/99',
      'KOINON_TRUST_PROXY is "10.0.0.0/99" and must be IP addresses or networks such as 10.0.0.0/8, with commas between them.',
    ],
    [
      'KOINON_ALLOW_OUTBOUND',
      'http://x',
      'KOINON_ALLOW_OUTBOUND is "http://x" and must be IP addresses, networks such as 10.0.0.0/8 or host names, with commas between them.',
    ],
    [
      'KOINON_SOURCE_URL',
      'javascript:alert(1)',
      'KOINON_SOURCE_URL is "javascript:alert(1)" and must be the address of a page, such as https://git.example.coop/koinon.',
    ],
    [
      'KOINON_LOG',
      'loud',
      'KOINON_LOG is "loud" and must be one of trace, debug, info, warn, error, fatal and silent.',
    ],
    [
      'KOINON_CERT',
      '/nowhere.pem',
      'KOINON_CERT and KOINON_KEY belong together: set both, or neither.\nKOINON_CERT names /nowhere.pem, and there is no such file.',
    ],
  ];
  test.each(cases)('%s=%s', (name, value, sentence) => {
    expect(sentences('together', { [name]: value })).toBe(sentence);
  });

  test('ICE servers that are none', () => {
    for (const text of ['[{"url":"stun:x"}]', '[', 'http://x', '[{"urls":[]}]']) {
      expect(sentences('hall', { KOINON_ICE_SERVERS: text })).toMatch(
        /^KOINON_ICE_SERVERS must be addresses such as/,
      );
    }
  });

  test('all wrong values are told at once', () => {
    expect(sentences('together', { KOINON_PORT: 'x', KOINON_LOG: 'y' }).split('\n')).toHaveLength(2);
  });
});

describe('values that do not go together', () => {
  const url = 'https://meet.example.coop';
  test.each([
    [
      'together',
      { KOINON_PORT: '9000', KOINON_HALL_PORT: '9000' },
      'KOINON_PORT and KOINON_HALL_PORT are both 9000; give them different ports.',
    ],
    [
      'together',
      { KOINON_URL: 'http://meet.example.coop' },
      'KOINON_HALL_URL is missing: say under which other host name the hall answers, such as https://hall.meet.example.coop.',
    ],
    [
      'together',
      { KOINON_URL: url, KOINON_HALL_URL: `${url}:8443`, KOINON_TRUST_PROXY: '::1' },
      'KOINON_URL and KOINON_HALL_URL have the same host name; give the hall another, such as hall.meet.example.coop.',
    ],
    [
      'hub',
      { KOINON_URL: url, KOINON_SMTP_URL: 'smtp://localhost' },
      'KOINON_URL begins with https:, but nothing here speaks HTTPS; set KOINON_CERT and KOINON_KEY, or KOINON_TRUST_PROXY to the address of the proxy that does.',
    ],
    [
      'hall',
      {
        KOINON_HALL_URL: 'http://hall.example',
        KOINON_CERT: import.meta.filename,
        KOINON_KEY: import.meta.filename,
      },
      'KOINON_HALL_URL begins with http:, but a certificate is set; let it begin with https:.',
    ],
    [
      'hub',
      {},
      'KOINON_SMTP_URL is missing: without a mail server nobody can sign in at this hub. `npm start` runs a demo that needs none.',
    ],
  ] as const)('%s %o', (program, env, sentence) => {
    expect(sentences(program, env)).toBe(sentence);
  });
});

describe('what works and is warned of', () => {
  test('a demo on a public address, its outbox and its database', () => {
    const { warnings } = readSettings('together', {
      KOINON_URL: 'https://meet.example.coop',
      KOINON_HALL_URL: 'https://hall.example.coop',
      KOINON_TRUST_PROXY: '127.0.0.1',
    });
    expect(warnings).toHaveLength(2);
    expect(warnings[0]).toContain('everybody who reaches it can read the outbox page and sign in as anybody');
    expect(warnings[1]).toContain('The built-in database serves a public address');
  });

  test('plain HTTP in the own network', () => {
    const { warnings, hall } = readSettings('together', { KOINON_URL: 'http://192.168.1.10:8080' });
    expect(hall.url.href).toBe('http://192.168.1.10:8081/');
    expect(warnings.filter((sentence) => sentence.includes('plain HTTP'))).toHaveLength(2);
    expect(warnings.at(-1)).toContain('Hub and hall share one host name');
  });

  test('a name that is no setting', () => {
    expect(readSettings('together', { KOINON_PROT: '1' }).warnings).toEqual([
      'KOINON_PROT is no setting; look for a slip in docs/settings.md.',
    ]);
  });
});
