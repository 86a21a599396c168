import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChecksumAlgorithm, sign } from './checksum.ts';
import { ChecksumMismatchError, ChecksumMissingError } from './errors.ts';
import { verify } from './verify.ts';

const secret = 'a secret of the hall';
const algorithms: ChecksumAlgorithm[] = ['sha1', 'sha256', 'sha384', 'sha512'];

// Query strings as clients really send them: odd encodings, empty pieces, trailing commas.
const piece = fc.oneof(
  fc.webQueryParameters(),
  fc.constantFrom(
    'meetingID=a%2Cb,',
    'name=a+b%20c',
    'id=%2541',
    'x=%',
    'x=%zz',
    'flag',
    '',
    '=',
    'a=b=c',
    'ä=ö',
  ),
);
const queryString = fc
  .array(piece, { maxLength: 6 })
  .map((pieces) => pieces.join('&'))
  .filter((query) => !query.includes('checksum=') && query === query.trim());

function places(query: string, checksum: string): string[] {
  const signature = `checksum=${checksum}`;
  if (query === '') return [signature];
  const cut = query.indexOf('&');
  const middle = cut === -1 ? [] : [`${query.slice(0, cut)}&${signature}${query.slice(cut)}`];
  return [`${signature}&${query}`, `${query}&${signature}`, ...middle];
}

describe('a call that is signed', () => {
  test('is accepted with every algorithm, letter case and place of the checksum', () => {
    fc.assert(
      fc.property(queryString, fc.constantFrom(...algorithms), fc.boolean(), (query, algorithm, upper) => {
        const checksum = sign('create', query, secret, algorithm);
        for (const address of places(query, upper ? checksum.toUpperCase() : checksum)) {
          const verified = verify({ callName: 'create', queryString: address }, ['other', secret]);
          expect(verified.secretIndex).toBe(1);
          expect(verified.parameters.toString()).toBe(new URLSearchParams(query).toString());
        }
      }),
    );
  });

  test('is refused with another secret, another call or one changed character', () => {
    fc.assert(
      fc.property(queryString, fc.nat(), (query, at) => {
        const checksum = sign('create', query, secret);
        const address = `${query}&checksum=${checksum}`;
        expect(() => verify({ callName: 'create', queryString: address }, ['other'])).toThrow(
          ChecksumMismatchError,
        );
        expect(() => verify({ callName: 'end', queryString: address }, [secret])).toThrow(
          ChecksumMismatchError,
        );
        const index = at % (query.length + 1);
        const changed = `${query.slice(0, index)}_${query.slice(index)}&checksum=${checksum}`;
        expect(() => verify({ callName: 'create', queryString: changed }, [secret])).toThrow(
          ChecksumMismatchError,
        );
      }),
    );
  });

  test('is refused by an empty secret', () => {
    const address = `a=1&checksum=${sign('end', 'a=1', '')}`;
    expect(() => verify({ callName: 'end', queryString: address }, [''])).toThrow(ChecksumMismatchError);
  });
});

describe('a checksum that is missing', () => {
  test.each(['', 'a=1', 'checksum=', 'a=1&checksum='])('is told so: %j', (queryString) => {
    expect(() => verify({ callName: 'create', queryString }, [secret])).toThrow(ChecksumMissingError);
  });

  test('is another error than a wrong one', () => {
    expect(new ChecksumMissingError().message).toBe('You must provide the checksum');
    expect(new ChecksumMismatchError().message).toBe('Checksums do not match');
    expect(() => verify({ callName: 'create', queryString: 'checksum=abc' }, [secret])).toThrow(
      ChecksumMismatchError,
    );
  });
});

describe('a form', () => {
  test('that holds everything is signed with an empty query string', () => {
    const form = `meetingID=a&name=b&checksum=${sign('create', '', secret)}`;
    const { parameters } = verify({ callName: 'create', queryString: '', form }, [secret]);
    expect(parameters.toString()).toBe('meetingID=a&name=b');
  });

  test('adds to what the address says', () => {
    const queryString = `meetingID=a&checksum=${sign('create', 'meetingID=a', secret)}`;
    const { parameters } = verify({ callName: 'create', queryString, form: 'welcome=hello' }, [secret]);
    expect(parameters.toString()).toBe('meetingID=a&welcome=hello');
  });

  test('must not repeat a parameter of the address', () => {
    const queryString = `meetingID=a&checksum=${sign('create', 'meetingID=a', secret)}`;
    for (const form of ['meetingID=a', 'meetingID=b', 'checksum=x']) {
      expect(() => verify({ callName: 'create', queryString, form }, [secret])).toThrow(
        ChecksumMismatchError,
      );
    }
  });
});

// BigBlueButton reads its parameters from the address as it came, where this guest would no longer be one.
test('a second checksum cannot hide a parameter', () => {
  const signed = 'meetingID=a&fullName=Guest&guest=true';
  const checksum = sign('join', signed, secret);
  const forged = `meetingID=a&fullName=Guest&guchecksum=${checksum}&est=true&checksum=${checksum}`;
  const { parameters } = verify({ callName: 'join', queryString: forged }, [secret]);
  expect(parameters.toString()).toBe(signed);
});
