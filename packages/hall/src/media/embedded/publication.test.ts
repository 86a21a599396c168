import { expect, it } from 'vitest';
import { Publication } from './publication.ts';

it('asks its publisher for a key frame at once, then once for all who ask within 350 ms', () => {
  let asked = 0;
  const publication = new Publication('ada', 'camera', () => {
    asked++;
  });
  publication.requestKeyFrame(1_000);
  expect(asked).toBe(1);
  for (let subscriber = 0; subscriber < 20; subscriber++) publication.requestKeyFrame(1_010 + subscriber);
  publication.tick(1_349);
  expect(asked).toBe(1);
  publication.tick(1_350);
  expect(asked).toBe(2);
  publication.tick(5_000);
  expect(asked).toBe(2);
});

it('asks for no key frame of sound', () => {
  let asked = 0;
  new Publication('ada', 'mic', () => {
    asked++;
  }).requestKeyFrame(0);
  expect(asked).toBe(0);
});
