import type { OfferedTrack, Source } from '@koinon/hall/protocol';
import { describe, expect, test } from 'vitest';
import { FakeConnection, fakeTrack } from '../testing/fake-connection.ts';
import { settled } from '../testing/hand-clock.ts';
import { Publisher } from './publisher.ts';

function start() {
  const connection = new FakeConnection();
  const offers: { tracks: OfferedTrack[]; answer: (sdp: string) => void; refuse: () => void }[] = [];
  const publisher = new Publisher(
    connection.asReal,
    (_, tracks) =>
      new Promise((resolve, reject) => {
        offers.push({ tracks, answer: resolve, refuse: () => reject(new Error('refused')) });
      }),
  );
  const send = (tracks: Partial<Record<Source, MediaStreamTrack>>) =>
    publisher.send(new Map(Object.entries(tracks) as [Source, MediaStreamTrack][]));
  return { connection, offers, publisher, send };
}

describe('what is sent', () => {
  test('goes out in one offer that names its lines', async () => {
    const { offers, send } = start();
    void send({ mic: fakeTrack(), camera: fakeTrack() });
    await settled();
    expect(offers.map(({ tracks }) => tracks)).toEqual([
      [
        { mid: '0', source: 'mic' },
        { mid: '1', source: 'camera' },
      ],
    ]);
  });

  test('is negotiated one change after the other, and only the last of what piled up', async () => {
    const { connection, offers, send } = start();
    const mic = fakeTrack();
    void send({ mic });
    await settled();
    void send({ mic, camera: fakeTrack() });
    void send({ mic });
    const camera = fakeTrack();
    const last = send({ mic, camera });
    await settled();
    expect(offers.length).toBe(1);
    offers[0]?.answer('first');
    await settled();
    expect(offers.length).toBe(2);
    offers[1]?.answer('second');
    await last;
    expect(offers.length).toBe(2);
    expect(connection.log).toEqual([
      'local sendonly',
      'remote first',
      'local sendonly sendonly',
      'remote second',
    ]);
    expect(connection.transceivers[1]?.sender.track).toBe(camera);
  });

  test('uses the same line again after it was taken back', async () => {
    const { connection, offers, send } = start();
    const mic = fakeTrack();
    const camera = fakeTrack();
    for (const [turn, tracks] of [{ mic, camera }, { mic }, { mic, camera }].entries()) {
      const sent = send(tracks);
      await settled();
      offers[turn]?.answer(String(turn));
      await sent;
    }
    expect(offers.map(({ tracks }) => tracks.map(({ source }) => source))).toEqual([
      ['mic', 'camera'],
      ['mic'],
      ['mic', 'camera'],
    ]);
    expect(connection.transceivers.length).toBe(2);
  });

  test('another device on the same line needs no word to the hall', async () => {
    const { connection, offers, send } = start();
    const first = send({ mic: fakeTrack() });
    await settled();
    offers[0]?.answer('a');
    await first;
    const other = fakeTrack();
    await send({ mic: other });
    expect(offers.length).toBe(1);
    expect(connection.transceivers[0]?.sender.track).toBe(other);
  });

  test('says so when the hall refuses', async () => {
    const { offers, send } = start();
    const sent = send({ mic: fakeTrack() });
    await settled();
    offers[0]?.refuse();
    await expect(sent).rejects.toThrow(new Error('refused'));
  });

  test('nothing more once it is closed', async () => {
    const { connection, offers, publisher, send } = start();
    const sent = send({ mic: fakeTrack() });
    await settled();
    publisher.close();
    offers[0]?.answer('late');
    await sent;
    expect(connection.remoteDescription).toBeNull();
  });
});
