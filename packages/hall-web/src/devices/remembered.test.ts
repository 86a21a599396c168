import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRemembered } from './remembered.ts';

const nothing = {
  mic: { wanted: true, deviceId: null },
  camera: { wanted: true, deviceId: null },
  speakerId: null,
};

test('reads back what was kept', () => {
  const kept = {
    mic: { wanted: false, deviceId: 'a' },
    camera: { wanted: true, deviceId: null },
    speakerId: 's',
  };
  expect(readRemembered(JSON.stringify(kept))).toEqual(kept);
});

test('whatever stands in the storage, a meeting can be entered', () => {
  expect(readRemembered(null)).toEqual(nothing);
  expect(readRemembered('{broken')).toEqual(nothing);
  fc.assert(
    fc.property(fc.json(), (text) => {
      const read = readRemembered(text);
      expect(typeof read.mic.wanted).toBe('boolean');
      expect(read.camera.deviceId === null || typeof read.camera.deviceId === 'string').toBe(true);
    }),
  );
});
