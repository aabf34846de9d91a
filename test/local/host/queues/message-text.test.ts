import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeMessage, encodeMessage } from '../../../../local/host/queues/message-text.ts';

test.each(['base64', 'none'] as const)('%s gives back every text', (encoding) => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(decodeMessage(encodeMessage(text, encoding), encoding)).toBe(text);
    }),
  );
});

test.each(['not base64!', 'abc', 'ab=c'])('"%s" is no base64', (text) => {
  expect(decodeMessage(text, 'base64')).toBeUndefined();
});
