import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Publication } from '../../protocol/index.ts';
import { EngineLost, type MediaEngine, MediaRefused, type MediaRoom } from '../engine.ts';
import { Guest } from './guest.ts';
import { opusPacket, vp8Packet } from './packets.ts';
import { until } from './until.ts';

export interface EngineUnderTest {
  engine: MediaEngine;
  /** Makes the engine die as it would in an accident. */
  kill(): void;
}

/** What every MediaEngine must do; one suite, run against each of them. */
export function mediaEngineContract(name: string, start: () => Promise<EngineUnderTest>): void {
  describe(`${name} keeps the contract of a media engine`, () => {
    let tested: EngineUnderTest;
    let room: MediaRoom;
    let guests: Guest[] = [];
    let rooms = 0;

    beforeAll(async () => {
      tested = await start();
    });
    afterAll(() => tested.engine.close());
    afterEach(async () => {
      await Promise.all(guests.map((guest) => guest.leave()));
      guests = [];
      await room?.close();
    });

    const meet = async (...ids: string[]): Promise<Guest[]> => {
      room = await tested.engine.createRoom(`room ${++rooms}`);
      guests = await Promise.all(ids.map((id) => Guest.join(room, id)));
      return guests;
    };
    const pair = async (): Promise<[Guest, Guest]> => {
      const [ada, ben] = await meet('ada', 'ben');
      if (!ada || !ben) throw new Error('two were to meet');
      return [ada, ben];
    };

    it('gives the same room for the same id', async () => {
      room = await tested.engine.createRoom('once');
      expect(await tested.engine.createRoom('once')).toBe(room);
      expect(tested.engine.health()).toMatchObject({ ready: true, rooms: 1, peers: 0 });
    });

    it('offers what one publishes to the others, and not to oneself', async () => {
      const [ada, ben] = await pair();
      await ada.publish('mic', 'camera');
      await ben.receives('ada:mic', 'ada:camera');
      expect(ada.offers).toEqual([]);
    });

    it('offers to a late comer what is published already', async () => {
      const [ada] = await pair();
      await ada.publish('mic');
      const cleo = await Guest.join(room, 'cleo');
      guests.push(cleo);
      await cleo.receives('ada:mic');
    });

    it('says what is published in the room', async () => {
      const [ada, ben] = await pair();
      let all: Publication[] = [];
      room.onPublications((now) => {
        all = now;
      });
      const told = (): string => all.map(({ person, source }) => `${person}:${source}`).join(' ');
      await ada.publish('mic');
      await ben.publish('camera');
      await until(() => told() === 'ada:mic ben:camera');
      await ben.leave();
      await until(() => told() === 'ada:mic');
    });

    it('carries sound and picture, their payloads unchanged', async () => {
      const [ada, ben] = await pair();
      await ada.publish('mic', 'camera');
      await ben.receives('ada:mic', 'ada:camera');
      await Promise.all([ada.browser.connected(), ben.browser.connected()]);
      const mic = ben.browser.receivedMedia('ada', 'mic')?.ssrc;
      const camera = ben.browser.receivedMedia('ada', 'camera')?.ssrc;
      let n = 0;
      await until(() => {
        n++;
        ada.browser.sendPublished(opusPacket(ada.browser.ssrcOf('mic'), n, 30, `sound ${n}`));
        ada.browser.sendPublished(vp8Packet(ada.browser.ssrcOf('camera'), n, true, `picture ${n}`));
        return ben.browser.heardFrom(mic).length > 5 && ben.browser.heardFrom(camera).length > 5;
      });
      const payloads = (ssrc: number | null | undefined): string =>
        ben.browser
          .heardFrom(ssrc)
          .map(({ header, packet }) => packet.toString('latin1', header.payloadStart, header.payloadEnd))
          .join();
      expect(payloads(mic)).toMatch(/^sound (\d+)(,sound \d+)+$/);
      expect(payloads(camera)).toMatch(/^..picture (\d+)(,..picture \d+)+$/s);
    });

    it('says who speaks', async () => {
      const [ada, ben] = await pair();
      const told: string[][] = [];
      room.onSpeakers((ids) => told.push(ids));
      await ada.publish('mic');
      await ben.publish('mic');
      await Promise.all([ada.browser.connected(), ben.browser.connected()]);
      let n = 0;
      await until(() => {
        n++;
        ada.browser.sendPublished(opusPacket(ada.browser.ssrcOf('mic'), n, 20, 'talk'));
        ben.browser.sendPublished(opusPacket(ben.browser.ssrcOf('mic'), n, 90, 'hush'));
        return told.length > 0;
      });
      expect(told[0]).toEqual(['ada']);
    });

    it('takes a camera away and brings it back on the same m-lines', async () => {
      const [ada, ben] = await pair();
      await ada.publish('mic', 'camera');
      await ben.receives('ada:mic', 'ada:camera');
      await ada.publish('mic');
      await ben.receives('ada:mic');
      await ada.publish('mic', 'camera', 'screen');
      await ben.receives('ada:mic', 'ada:camera', 'ada:screen');
      expect(ben.browser.offer?.media.length).toBe(3);
    });

    it('recycles the m-lines of those who left', async () => {
      const [ada] = await pair();
      for (let round = 0; round < 5; round++) {
        const cleo = await Guest.join(room, `cleo ${round}`);
        await cleo.publish('mic', 'camera');
        await ada.receives(`cleo ${round}:mic`, `cleo ${round}:camera`);
        await cleo.leave();
        await ada.receives();
      }
      expect(ada.browser.offer?.media.length).toBe(2);
    });

    it('makes the next offer only after the last one is answered', async () => {
      const [ada, ben] = await pair();
      ben.answers = false;
      await ada.publish('mic');
      const first = await until(() => ben.offers[0]);
      await ada.publish('mic', 'camera');
      await ada.publish('mic', 'camera', 'screen');
      expect(ben.offers.length).toBe(1);
      ben.answers = true;
      await ben.joined.accept(ben.browser.answerTo(first.sdp, []), first.version);
      await ben.receives('ada:mic', 'ada:camera', 'ada:screen');
      expect(ben.offers.length).toBe(2);
      expect(ben.offers[1]?.version).toBeGreaterThan(first.version);
    });

    it('refuses an answer of another version', async () => {
      const [ada, ben] = await pair();
      ben.answers = false;
      await ada.publish('mic');
      const { sdp, version } = await until(() => ben.offers[0]);
      const answer = ben.browser.answerTo(sdp, []);
      await expect(ben.joined.accept(answer, version + 1)).rejects.toThrow(MediaRefused);
      await ben.joined.accept(answer, version);
      await expect(ben.joined.accept(answer, version)).rejects.toThrow(MediaRefused);
    });

    it.each([
      ['a text that is no description', () => ({ sdp: 'hello', tracks: [] })],
      ['an empty text', () => ({ sdp: '', tracks: [] })],
      ['a source that is not granted', (ada: Guest) => ada.browser.offerOf('screen-audio')],
      [
        'a track without an m-line',
        (ada: Guest) => ({
          ...ada.browser.offerOf('mic'),
          tracks: [{ mid: 'none', source: 'mic' as const }],
        }),
      ],
      [
        'a camera on an m-line of audio',
        (ada: Guest) => ({
          ...ada.browser.offerOf('mic'),
          tracks: [{ mid: 'm0', source: 'camera' as const }],
        }),
      ],
      [
        'one source twice',
        (ada: Guest) => {
          const { sdp } = ada.browser.offerOf('camera', 'screen');
          return { sdp, tracks: ['m0', 'm1'].map((mid) => ({ mid, source: 'camera' as const })) };
        },
      ],
      [
        'a fingerprint that is none',
        (ada: Guest) => {
          const { sdp, tracks } = ada.browser.offerOf('mic');
          return { sdp: sdp.replace(/fingerprint:sha-256 \S+/g, 'fingerprint:sha-256 AB'), tracks };
        },
      ],
    ])('refuses %s, and the peer is as it was', async (_, bad) => {
      const [ada, ben] = await pair();
      const { sdp, tracks } = bad(ada);
      await expect(ada.joined.publish(sdp, tracks)).rejects.toThrow(MediaRefused);
      ada.browser.close();
      const fresh = await Guest.join(room, 'ada');
      guests.push(fresh);
      await fresh.publish('mic');
      await ben.receives('ada:mic');
    });

    it('renews the transports: what was published ends until it is published again', async () => {
      const [ada, ben] = await pair();
      await ben.publish('mic');
      await ada.publish('mic');
      await ben.receives('ada:mic');
      await ada.receives('ben:mic');
      const before = ada.browser.offer?.ufrag;
      await ada.renew();
      await ben.receives();
      await ada.receives('ben:mic');
      expect(ada.browser.offer?.ufrag).not.toBe(before);
      await ada.publish('mic');
      await ben.receives('ada:mic');
      expect(ada.failures).toBe(0); // it closed its connections itself and need not be told
    });

    it('lets the same person join again in place of the old connection', async () => {
      const [ada, ben] = await pair();
      await ada.publish('mic');
      await ben.receives('ada:mic');
      const again = await Guest.join(room, 'ada');
      guests.push(again);
      await ben.receives();
      await again.publish('camera');
      await ben.receives('ada:camera');
      await ada.leave(); // the old one ends late: the new one stays
      await again.publish('camera', 'mic');
      await ben.receives('ada:camera', 'ada:mic');
    });

    it('forgets who left and rooms that are closed', async () => {
      const [ada] = await pair();
      await ada.publish('mic');
      await ada.leave();
      expect(tested.engine.health()).toMatchObject({ rooms: 1, peers: 1 });
      await room.close();
      expect(tested.engine.health()).toMatchObject({ rooms: 0, peers: 0 });
      await expect(room.join('late', [], { onOffer() {}, onFailed() {} })).rejects.toThrow(EngineLost);
    });

    it('says when it is lost and when it is ready, and everything made before is void', async () => {
      const [ada] = await pair();
      await ada.publish('mic');
      const states: string[] = [];
      tested.engine.onState((state) => states.push(state));
      const { restarts } = tested.engine.health();
      tested.kill();
      await until(() => states.includes('lost'));
      expect(tested.engine.health()).toMatchObject({ rooms: 0, peers: 0 });
      await expect(tested.engine.createRoom('too early')).rejects.toThrow(EngineLost);
      await until(() => states.includes('ready'));
      expect(states).toEqual(['lost', 'ready']);
      expect(tested.engine.health()).toMatchObject({ ready: true, restarts: restarts + 1 });
      await expect(ada.joined.publish('', [])).rejects.toThrow(EngineLost);
      const [cleo, dan] = await meet('cleo', 'dan');
      await cleo?.publish('mic');
      await dan?.receives('cleo:mic');
    });
  });
}
