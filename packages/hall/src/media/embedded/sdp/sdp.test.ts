import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nativeSdp } from './native.ts';
import { readSdp, SdpUnreadable } from './read.ts';
import { type WrittenMedia, writeSdp } from './write.ts';

const fingerprint = `sha-256 ${Array.from({ length: 32 }, (_, index) => (index + 16).toString(16).toUpperCase()).join(':')}`;
const transport = { ufrag: 'abcd', pwd: 'abcdefghijklmnopqrstuv', fingerprint, setup: 'actpass' as const };

const token = fc.stringMatching(/^[A-Za-z0-9]{1,8}$/);
const ssrc = fc.integer({ min: 1, max: 0xffffffff });
const media: fc.Arbitrary<Omit<WrittenMedia, 'mid'>> = fc
  .record({
    kind: fc.constantFrom('audio' as const, 'video' as const),
    direction: fc.constantFrom(
      'sendrecv' as const,
      'sendonly' as const,
      'recvonly' as const,
      'inactive' as const,
    ),
    payloadType: fc.integer({ min: 96, max: 110 }),
    rtx: fc.boolean(),
    feedback: fc.subarray(['nack', 'nack pli', 'transport-cc']),
    extensions: fc.uniqueArray(fc.record({ id: fc.integer({ min: 1, max: 255 }), uri: fc.webUrl() }), {
      selector: ({ uri }) => uri,
      maxLength: 4,
    }),
    sent: fc.option(fc.record({ ssrc, rtxSsrc: fc.option(ssrc), stream: token, track: token })),
  })
  .map(({ payloadType, rtx, feedback, ...rest }) => ({
    ...rest,
    maxKbps: null,
    codec: { payloadType, rtxPayloadType: rtx ? payloadType + 1 : null, parameters: null, feedback },
  }));

describe('a description', () => {
  it('is read as it was written', () => {
    const all = fc.array(media, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(all, fc.boolean(), fc.nat(1_000), (medias, lite, version) => {
        const written = medias.map((each, index) => ({ ...each, mid: `m${index}` }));
        const session = readSdp(
          writeSdp({
            version,
            lite,
            transport,
            candidates: ['candidate:1 1 udp 1 127.0.0.1 9 typ host'],
            media: written,
          }),
          8,
        );
        expect(session).toMatchObject(transport);
        expect(session.media).toEqual(
          written.map(({ kind, mid, direction, codec, extensions, sent }) => ({
            kind,
            mid,
            rejected: false,
            direction,
            payloadTypes: [codec?.payloadType, ...(codec?.rtxPayloadType ? [codec.rtxPayloadType] : [])],
            payloadType: codec?.payloadType,
            rtxPayloadType: codec?.rtxPayloadType,
            feedback: codec?.feedback,
            extensions: new Map(extensions.map(({ id, uri }) => [uri, id])),
            ssrc: sent?.ssrc ?? null,
            rtxSsrc: sent?.rtxSsrc ?? null,
          })),
        );
      }),
    );
  });

  it('keeps refused m-lines out of the bundle', () => {
    const camera = {
      kind: 'video' as const,
      mid: 'v',
      codec: null,
      extensions: [],
      maxKbps: null,
      sent: null,
    };
    const data = { ...camera, kind: 'other' as const, mid: 'd', direction: null };
    const sdp = writeSdp({
      version: 1,
      lite: true,
      transport,
      candidates: [],
      media: [{ ...camera, direction: 'inactive' }, data],
    });
    expect(sdp).toContain('a=group:BUNDLE v\r\n');
    expect(sdp).toContain('m=application 0 UDP/DTLS/SCTP webrtc-datachannel\r\n');
    expect(readSdp(sdp, 8).media.map(({ rejected }) => rejected)).toEqual([false, true]);
  });

  it('is refused, and nothing else is thrown, for any text', () => {
    const good = writeSdp({
      version: 1,
      lite: false,
      transport,
      candidates: [],
      media: [
        {
          kind: 'audio',
          mid: '0',
          direction: 'sendonly',
          codec: null,
          extensions: [],
          maxKbps: null,
          sent: null,
        },
      ],
    }).split('\r\n');
    const line = fc.oneof(
      fc.constantFrom(...good),
      fc.string(),
      fc.string().map((text) => `a=${text}`),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        try {
          const session = readSdp(['v=0', ...lines].join('\r\n'), 8);
          expect(nativeSdp(session)).toContain(`a=ice-ufrag:${session.ufrag}\r\n`);
        } catch (error) {
          expect(error).toBeInstanceOf(SdpUnreadable);
        }
      }),
      { numRuns: 500 },
    );
  });

  const base = writeSdp({
    version: 1,
    lite: false,
    transport,
    candidates: [],
    media: [
      {
        kind: 'audio',
        mid: '0',
        direction: 'sendonly',
        codec: null,
        extensions: [],
        maxKbps: null,
        sent: null,
      },
    ],
  });
  it.each([
    ['does not begin with v=0', base.replace('v=0', 'v=1'), 'the description does not begin with v=0'],
    ['has no media', base.slice(0, base.indexOf('m=')), 'there is no media in the description'],
    ['is too long', base + 'a'.repeat(256_000), 'the description is too long'],
    ['has too many lines', base + 'a=x\r\n'.repeat(4_000), 'the description has too many lines'],
    ['has too many m-lines', base + 'm=audio 9 X 0\r\n'.repeat(8), 'there are too many m-lines'],
    ['has no ICE user name', base.replace('ice-ufrag', 'x'), 'ice-ufrag is missing or malformed'],
    [
      'has a bad ICE user name',
      base.replace('ufrag:abcd', 'ufrag:ab d'),
      'ice-ufrag is missing or malformed',
    ],
    ['has a short ICE password', base.replace('pwd:abcd', 'pwd:'), 'ice-pwd is missing or malformed'],
    ['has a weak fingerprint', base.replace('sha-256', 'sha-1'), 'a sha-256 fingerprint is missing'],
    ['has no DTLS role', base.replace('setup:actpass', 'setup:holdconn'), 'setup is missing or malformed'],
    ['has a bad mid', base.replace('a=mid:0', 'a=mid:0 0'), 'a mid is missing or malformed'],
    ['does not bundle', base.replace('BUNDLE 0', 'BUNDLE 1'), 'not all m-lines are bundled'],
    ['repeats a mid', base + base.slice(base.indexOf('m=')), 'two m-lines have the same mid'],
  ])('is refused when it %s', (_, sdp, message) => {
    expect(() => readSdp(sdp, 8)).toThrow(new SdpUnreadable(message));
  });
});
