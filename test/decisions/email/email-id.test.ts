import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EmailSummary } from '../../../shared/decisions/email/email.ts';
import { emailId } from '../../../shared/decisions/email/email-id.ts';

test('the id of an e-mail never changes between releases, or it would be sent again', () => {
  expect(emailId('letter', ['contoso|EUR|dunning|reminder|1'])).toBe(
    'ee6f379f-96c4-5f77-8f25-4525357c86b9',
  );
});

test('an id is a UUID as transports want it, whatever the order of the decisions', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (keys) => {
      const id = emailId('digest', keys);

      expect(EmailSummary.shape.id.parse(id)).toBe(emailId('digest', keys.toReversed()));
    }),
  );
});

test.each([
  { a: ['a', 'b'], b: ['ab'], because: 'keys are not glued together' },
  { a: ['a', 'b'], b: ['a,b'], because: 'a comma in a key is not a second key' },
  { a: ['a'], b: ['a', 'a'], because: 'a second decision is more to say' },
])('$a and $b are different e-mails: $because', ({ a, b }) => {
  expect(emailId('letter', a)).not.toBe(emailId('letter', b));
});

test('a letter and a digest about the same decision are two e-mails', () => {
  expect(emailId('letter', ['k'])).not.toBe(emailId('digest', ['k']));
});
