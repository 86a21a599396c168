import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLine, encodeLine } from './line.ts';

const event = fc.record({ seq: fc.nat(), text: fc.string({ unit: 'binary' }), more: fc.jsonValue() });

describe('a line of the journal', () => {
  it('comes back as it went, and is one line', () => {
    fc.assert(
      fc.property(event, (value) => {
        const line = encodeLine(value);
        expect(line.indexOf('\n')).toBe(line.length - 1);
        expect(decodeLine(line.slice(0, -1))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('is not trusted when any character changed or is missing', () => {
    fc.assert(
      fc.property(event, fc.nat(), fc.integer({ min: 1, max: 90 }), (value, at, by) => {
        const line = encodeLine(value).slice(0, -1);
        const place = at % line.length;
        const changed = String.fromCharCode(line.charCodeAt(place) ^ by);
        expect(decodeLine(line.slice(0, place) + changed + line.slice(place + 1))).toBeNull();
        expect(decodeLine(line.slice(0, place))).toBeNull();
      }),
    );
  });
});
