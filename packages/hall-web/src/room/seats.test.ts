import { expect, test } from 'vitest';
import type { Devices } from '../devices/state.ts';
import { fakeTrack } from '../testing/fake-connection.ts';
import { person, welcome } from '../testing/samples.ts';
import { screensOf, seatsOf } from './seats.ts';

const mine = fakeTrack();
const own = { camera: { track: mine } } as Devices;
const meeting = {
  welcome: welcome(1),
  people: [person('you'), person('a', { mic: 'off' }), person('b', { handAt: '2026-05-12T18:00:00.000Z' })],
  speakers: ['a', 'b'],
  publications: [
    { id: 'b-cam', person: 'b', source: 'camera' as const },
    { id: 'a-cam', person: 'a', source: 'camera' as const },
    { id: 'b-screen', person: 'b', source: 'screen' as const },
    { id: 'my-screen', person: 'you', source: 'screen' as const },
  ],
};
const tracks = new Map([
  ['b-cam', fakeTrack()],
  ['b-screen', fakeTrack()],
  ['my-screen', fakeTrack()],
]);

test('oneself sits last, with the camera’s own picture', () => {
  const seats = seatsOf(meeting, tracks, own);
  expect(seats.map(({ person: { id } }) => id)).toEqual(['a', 'b', 'you']);
  expect(seats[2]).toMatchObject({ you: true, camera: mine });
});

test('a camera shows when it is both published and received', () => {
  const [a, b] = seatsOf(meeting, tracks, own);
  expect(a?.camera).toBeNull();
  expect(b?.camera).toBe(tracks.get('b-cam'));
});

test('nobody speaks with a muted microphone; hands have their places', () => {
  const [a, b] = seatsOf(meeting, tracks, own);
  expect(a).toMatchObject({ speaking: false, handPlace: null });
  expect(b).toMatchObject({ speaking: true, handPlace: 1 });
});

test('shows the screens of others, never one’s own', () => {
  expect(screensOf(meeting, tracks).map(({ publication }) => publication)).toEqual(['b-screen']);
});
