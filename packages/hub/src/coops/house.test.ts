import { expect, test } from 'vitest';
import { addressOf, houseHere } from './house.ts';

const coop = {
  id: '0197a1f0-0000-7000-8000-000000000001',
  slug: 'tisserie',
  name: 'La Tisserie',
  paint: '#8d2f63',
  mark: 'weave' as const,
  languages: ['fr' as const],
  currency: 'CAD',
  timeZone: 'America/Montreal',
  operator: false,
  createdAt: new Date(),
  hosts: [] as string[],
};
const own = { ...coop, hosts: ['salles.latisserie.example', 'old.latisserie.example'] };

test.each([
  ['https://meet.example.coop/', coop, 'https://meet.example.coop/c/tisserie'],
  ['http://127.0.0.1:8080', coop, 'http://127.0.0.1:8080/c/tisserie'],
  ['https://meet.example.coop/', own, 'https://salles.latisserie.example'],
  ['http://meet.example.coop:8080/ignored?a#b', own, 'http://salles.latisserie.example:8080'],
  ['http://user:password@meet.example.coop', coop, 'http://meet.example.coop/c/tisserie'],
])('behind %s its address follows from the settings', (url, made, address) => {
  expect(addressOf(made, new URL(url))).toBe(address);
});

test('what stands before paths is how one came; the address is the one that people are given', () => {
  const url = new URL('https://meet.example.coop');
  const { id, slug, name, paint, mark, languages } = own;
  const shared = { id, slug, name, paint, mark, languages, address: 'https://salles.latisserie.example' };
  expect(houseHere(own, url, true)).toEqual({ ...shared, base: '' });
  expect(houseHere(own, url, false)).toEqual({ ...shared, base: '/c/tisserie' });
});

test('a port that is known only once the hub listens is in the next address', () => {
  const url = new URL('http://127.0.0.1');
  expect(addressOf(coop, url)).toBe('http://127.0.0.1/c/tisserie');
  url.port = '49152';
  expect(addressOf(coop, url)).toBe('http://127.0.0.1:49152/c/tisserie');
});
