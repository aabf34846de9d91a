import { expect, test } from 'vitest';
import { filesDigest } from '../../../shared/sources/staging/digest.ts';

const file = (name: string, etag: string) => ({
  name,
  size: 1,
  modifiedAt: new Date('2026-03-16T20:00:00Z'),
  etag,
});
const files = [file('customers.csv', 'a'), file('invoices.csv', 'b')];

test('a staging of the same files in the same shape is used again, however they are listed', () => {
  expect(filesDigest('1', files.toReversed())).toBe(filesDigest('1', files));
});

test.each([
  { shape: '1', now: [file('customers.csv', 'a'), file('invoices.csv', 'c')], what: 'a file' },
  { shape: '2', now: files, what: 'the shape, as after an update that reads another column' },
])('another staging is made when $what has changed', ({ shape, now }) => {
  expect(filesDigest(shape, now)).not.toBe(filesDigest('1', files));
});
