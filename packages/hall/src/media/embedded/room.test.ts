import { describe, expect, it } from 'vitest';
import { MediaRefused } from '../engine.ts';
import { makeCertificate } from './certificate.ts';
import { limits } from './limits.ts';
import { Room } from './room.ts';
import { Rooms } from './rooms.ts';

const site = {
  socket: { host: '127.0.0.1', port: 9 },
  candidates: () => [],
  certificate: makeCertificate(Date.now()),
  now: () => 0,
};
const silent = { onOffer() {}, onFailed() {} };

describe('bounds', () => {
  it('hold for the people of a room; who joins again takes no second place', () => {
    const room = new Room(site, { onSpeakers() {}, onPublications() {} });
    for (let key = 0; key < limits.peersPerRoom; key++) room.join(key, `person ${key}`, [], silent);
    const full = new MediaRefused('the room has no place for more');
    expect(() => room.join(1_000, 'one more', [], silent)).toThrow(full);
    room.join(1_001, 'person 7', [], silent);
    expect(() => room.peer(7)).toThrow(new MediaRefused('the person is not in the room'));
    room.leave(1_001);
    room.join(1_002, 'one more', [], silent);
    room.close();
  });

  it('hold for rooms', () => {
    const rooms = new Rooms(site, () => {});
    const create = (n: number) => rooms.handle({ method: 'createRoom', room: `${n}` });
    for (let n = 0; n < limits.rooms; n++) create(n);
    create(0); // is there already
    expect(() => create(limits.rooms)).toThrow(new MediaRefused('there is no place for more rooms'));
    for (let n = 0; n < limits.rooms; n++) rooms.handle({ method: 'closeRoom', room: `${n}` });
    expect(() => rooms.handle({ method: 'renew', room: '0', peer: 1 })).toThrow(
      new MediaRefused('there is no such room'),
    );
  });
});
