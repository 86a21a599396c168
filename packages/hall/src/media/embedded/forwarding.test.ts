import pino from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Guest } from '../contract/guest.ts';
import { opusPacket, rtxOf, vp8Packet } from '../contract/packets.ts';
import { type Heard, offered } from '../contract/stand-in.ts';
import { until } from '../contract/until.ts';
import { type MediaEngine, MediaRefused, type MediaRoom } from '../engine.ts';
import { startEmbeddedEngine } from './engine.ts';
import { type RtcpBlock, readRtcp } from './rtcp/blocks.ts';
import { readNack, writeNack } from './rtcp/nack.ts';
import { readKeyFrameRequests, writePli } from './rtcp/pli.ts';
import { readReportBlocks, readSenderReport, writeSenderReport } from './rtcp/report.ts';
import { isTransportFeedback } from './rtcp/transport-feedback.ts';
import type { SessionMedia } from './sdp/session.ts';

/** One camera and one microphone on the way from Ada to Ben, packet by packet. */
describe('packets on their way', () => {
  let engine: MediaEngine;
  let room: MediaRoom;
  let ada: Guest;
  let ben: Guest;
  let camera: SessionMedia;
  let mic: SessionMedia;
  let sequence = 1_000;

  beforeAll(async () => {
    const log = pino({ level: 'silent' });
    engine = await startEmbeddedEngine({ host: '127.0.0.1', port: 0, announced: null, log });
  });
  afterAll(() => engine.close());

  beforeEach(async () => {
    room = await engine.createRoom('way');
    ada = await Guest.join(room, 'ada');
    ben = await Guest.join(room, 'ben');
    await ada.publish('mic', 'camera');
    await ben.receives('ada:mic', 'ada:camera');
    await Promise.all([ada.browser.connected(), ben.browser.connected()]);
    const media = (source: 'mic' | 'camera'): SessionMedia => {
      const found = ben.browser.receivedMedia('ada', source);
      if (!found) throw new Error(`${source} is not received`);
      return found;
    };
    camera = media('camera');
    mic = media('mic');
    await until(() => sendPicture('first', true) && ben.browser.rtp.length > 0);
  });
  afterEach(async () => {
    await ada.leave();
    await ben.leave();
    await room.close();
  });

  const sendPicture = (payload: string, keyFrame = false): Buffer => {
    const packet = vp8Packet(ada.browser.ssrcOf('camera'), ++sequence, keyFrame, payload);
    ada.browser.sendPublished(packet);
    return packet;
  };
  const heard = (): Heard[] => ben.browser.rtp.filter((each) => payload(each) !== 'first');
  const pictures = (): Heard[] => heard().filter(({ header }) => header.ssrc === camera.ssrc);
  /** What the test put into the picture, behind the two bytes of VP8. */
  const payload = ({ packet, header }: Heard): string =>
    packet.toString('latin1', header.payloadStart + 2, header.payloadEnd);
  const told = (packets: Buffer[]): RtcpBlock[] => packets.flatMap((packet) => readRtcp(packet));

  it('keep their distance in sequence and time, under the subscriber’s stream and payload type', async () => {
    sendPicture('a');
    sendPicture('b');
    const [a, b] = await until(() => pictures().length === 2 && pictures());
    if (!a || !b) throw new Error('two were sent');
    expect((b.header.sequence - a.header.sequence) & 0xffff).toBe(1);
    expect((b.header.timestamp - a.header.timestamp) >>> 0).toBe(3_000);
    expect(a.header.payloadType).toBe(camera.payloadType);
    expect(a.header.marker).toBe(true);
  });

  it('arrive once, however often they were sent', async () => {
    const packet = sendPicture('once');
    ada.browser.sendPublished(packet);
    ada.browser.sendPublished(rtxOf(packet, 1));
    sendPicture('then');
    await until(() => pictures().some((each) => payload(each) === 'then'));
    expect(pictures().map(payload)).toEqual(['once', 'then']);
  });

  it('that were lost are asked for, and fill the gap when they come as a retransmission', async () => {
    const lost = vp8Packet(ada.browser.ssrcOf('camera'), ++sequence, false, 'lost');
    sendPicture('after');
    await until(() => pictures().length === 1);
    const nack = await until(() =>
      told(ada.browser.feedback)
        .flatMap((block) => readNack(block) ?? [])
        .find(({ sequences }) => sequences.length > 0),
    );
    expect(nack).toEqual({ ssrc: ada.browser.ssrcOf('camera'), sequences: [lost.readUInt16BE(2)] });
    ada.browser.sendPublished(rtxOf(lost, 1));
    await until(() => pictures().length === 2);
    const [after, found] = pictures();
    expect(found && payload(found)).toBe('lost');
    expect(((after?.header.sequence ?? 0) - (found?.header.sequence ?? 0)) & 0xffff).toBe(1);
  });

  it('that never come end in a request for a key frame', async () => {
    sequence++;
    sendPicture('after');
    const asked = (): number =>
      told(ada.browser.feedback).flatMap((block) => readKeyFrameRequests(block)).length;
    const before = asked();
    await until(() => asked() > before);
  });

  it('are sent again to a subscriber who lost them', async () => {
    sendPicture('wanted');
    const [wanted] = await until(() => pictures().length === 1 && pictures());
    if (!wanted || camera.ssrc === null) throw new Error('nothing was received');
    ben.browser.sendReceived(writeNack(camera.ssrc, [wanted.header.sequence]));
    const [again] = await until(() => {
      const found = ben.browser.heardFrom(camera.rtxSsrc);
      return found.length > 0 && found;
    });
    if (!again) throw new Error('nothing was sent again');
    expect(again.header.payloadType).toBe(camera.rtxPayloadType);
    expect(again.header.timestamp).toBe(wanted.header.timestamp);
    expect(again.packet.readUInt16BE(again.header.payloadStart)).toBe(wanted.header.sequence);
    expect(again.packet.toString('latin1', again.header.payloadStart + 4)).toBe('wanted');
  });

  it('that a subscriber cannot begin with bring a request for a key frame to their sender', async () => {
    ada.browser.feedback.length = 0;
    ben.browser.sendReceived(writePli(camera.ssrc ?? 0));
    const asked = (): number[] => told(ada.browser.feedback).flatMap((block) => readKeyFrameRequests(block));
    await until(() => asked().length > 0);
    expect(asked()[0]).toBe(ada.browser.ssrcOf('camera'));
  });

  it('carry the publisher’s clock in the subscriber’s timestamps', async () => {
    sendPicture('a');
    const [a] = await until(() => pictures().length === 1 && pictures());
    const report = { ntpSeconds: 11, ntpFraction: 22, packets: 1, octets: 1 };
    const ssrc = ada.browser.ssrcOf('camera');
    ada.browser.sendPublished(writeSenderReport({ ...report, ssrc, rtpTimestamp: sequence * 3_000 + 900 }));
    const forwarded = await until(() =>
      told(ben.browser.reports)
        .flatMap((block) => readSenderReport(block) ?? [])
        .find((each) => each.ssrc === camera.ssrc),
    );
    expect(forwarded).toMatchObject({ ntpSeconds: 11, ntpFraction: 22 });
    expect((forwarded.rtpTimestamp - (a?.header.timestamp ?? 0)) >>> 0).toBe(900);
  });

  it('are reported on to their sender: what came and when', async () => {
    sendPicture('a');
    await until(() => told(ada.browser.feedback).some(isTransportFeedback));
    const block = await until(() =>
      told(ada.browser.feedback)
        .flatMap((each) => readReportBlocks(each))
        .find(({ ssrc }) => ssrc === ada.browser.ssrcOf('camera')),
    );
    expect(block).toMatchObject({ fractionLost: 0, lost: 0 });
    expect(block.highestSequence & 0xffff).toBeLessThanOrEqual(sequence & 0xffff);
  });

  it('of sound keep their volume', async () => {
    ada.browser.sendPublished(opusPacket(ada.browser.ssrcOf('mic'), 1, 37, 'sound'));
    const [sound] = await until(() => {
      const found = ben.browser.heardFrom(mic.ssrc);
      return found.length > 0 && found;
    });
    if (!sound) throw new Error('nothing was heard');
    const level = mic.extensions.get('urn:ietf:params:rtp-hdrext:ssrc-audio-level');
    expect(sound.packet.subarray(20, 22)).toEqual(Buffer.from([(level ?? 0) << 4, 37]));
  });

  it('that are no packets, or of no known stream, harm nobody', async () => {
    for (const hex of [
      '',
      '80',
      '8060',
      'ffffffffffffffffffffffffffff',
      '80c80001',
      '81cd000100000000',
      `90${'60'.repeat(30)}`,
    ]) {
      ada.browser.sendPublished(Buffer.from(hex, 'hex'));
      ben.browser.sendReceived(Buffer.from(hex, 'hex'));
    }
    ada.browser.sendPublished(vp8Packet(4_242, 1, true, 'stranger'));
    ada.browser.sendPublished(Buffer.alloc(2_500, 0x80));
    sendPicture('still');
    await until(() => pictures().some((each) => payload(each) === 'still'));
    expect(heard().map(payload)).toEqual(['still']);
    expect(engine.health().restarts).toBe(0);
  });

  it('that stay out are noticed in six seconds: nobody is left with a frozen picture', async () => {
    for (let n = 0; n < 20; n++) {
      sendPicture(`${n}`);
      ben.browser.sendReceived(writePli(camera.ssrc ?? 0));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const silentSinceMs = performance.now();
    await until(() => ada.failures === 1, 10_000);
    expect(performance.now() - silentSinceMs).toBeGreaterThan(5_500);
    await ben.receives();
    expect(ben.failures).toBe(0); // nothing was sent to Ben of which he could speak
    await expect(ada.publish('mic')).rejects.toThrow(new MediaRefused('the transports are over: renew'));
    await ada.renew();
    await ada.publish('mic');
    await ben.receives('ada:mic');
  });

  it('of a stream that was not named are taken by their m-line', async () => {
    const packet = vp8Packet(5_555, 70, true, 'renamed');
    packet.set([0x10, 0, 0, 2], 12); // the two-byte form, two words
    const renamed = Buffer.concat([
      packet.subarray(0, 16),
      Buffer.from([offered.mid, 2]),
      Buffer.from('m1'),
      Buffer.alloc(4),
      packet.subarray(20),
    ]);
    ada.browser.sendPublished(renamed);
    await until(() => pictures().some((each) => payload(each) === 'renamed'));
  });
});
