import { expect, test } from 'vitest';
import { CustomerId } from '../../shared/ledger/customer.ts';

test.each([
  { id: '€'.repeat(33), isOne: true, because: '33 characters take 297 when encoded' },
  { id: '€'.repeat(34), isOne: false, because: '34 of them take 306' },
  { id: 'C'.repeat(300), isOne: true, because: 'plain ones take one each' },
  { id: 'C'.repeat(301), isOne: false, because: '300 is the most' },
  { id: '\ud800', isOne: false, because: 'half a character cannot be encoded' },
])('whether a text can be an id: $because', ({ id, isOne }) => {
  expect(CustomerId.safeParse(id).success).toBe(isOne);
});
