import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMessage } from './parse.ts';

describe('reading a frame', () => {
  it('takes a message of the protocol', () => {
    expect(parseMessage('{"type":"hand","re":3,"up":true}')).toEqual({
      ok: true,
      value: { type: 'hand', re: 3, up: true },
    });
  });

  it('says what is wrong, with the sender’s number when it has one', () => {
    expect(parseMessage('{')).toEqual({ ok: false, error: { re: null, reason: 'This is not JSON.' } });
    expect(parseMessage('{"type":"hand","re":3,"up":1}')).toEqual({
      ok: false,
      error: { re: 3, reason: 'No message has this shape at up.' },
    });
    expect(parseMessage('{"type":"unheard","re":1.5}')).toEqual({
      ok: false,
      error: { re: null, reason: 'No message has this shape at type.' },
    });
  });

  it('never throws', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.json(),
      fc.jsonValue().map((value) => JSON.stringify(value)),
    );
    fc.assert(fc.property(texts, (text) => 'ok' in parseMessage(text)));
  });
});
