import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeKey, encodeKey, prefixBounds } from '../../../shared/effects/store/keys.ts';

const ids = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((id) => id.isWellFormed());

describe('encodeKey', () => {
  test.each([
    { id: 'contoso-1', key: 'contoso-1', because: 'what a key may hold stays readable' },
    { id: 'a/b\\c#d?e', key: 'a=2Fb=5Cc=23d=3Fe', because: 'keys may hold none of these' },
    { id: '100%', key: '100=25', because: 'a percent sign in a key breaks its address' },
    { id: 'a=2F', key: 'a=3D2F', because: 'an id that looks encoded is another id' },
    { id: 'Grüße', key: 'Gr=C3=BC=C3=9Fe', because: 'keys are compared byte by byte' },
  ])('writes $id as $key: $because', ({ id, key }) => {
    expect(encodeKey(id)).toBe(key);
  });

  test('can be read back, and holds nothing that a key may not', () => {
    fc.assert(
      fc.property(ids, (id) => {
        expect(decodeKey(encodeKey(id))).toBe(id);
        expect(encodeKey(id)).toMatch(/^[\w\-.!~*'()=]*$/);
      }),
    );
  });
});

test('the bounds of a prefix hold every key that starts with it, and no other', () => {
  fc.assert(
    fc.property(ids, ids, (id, other) => {
      const { from, to } = prefixBounds('rejects:');
      const isWithin = (key: string): boolean => from <= key && key < to;
      expect(isWithin(`rejects:${encodeKey(id)}`)).toBe(true);
      expect(isWithin(encodeKey(other))).toBe(encodeKey(other).startsWith('rejects:'));
    }),
  );
});
