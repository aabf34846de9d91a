import { describe, expect, test } from 'vitest';
import { chooseContact } from '../../../shared/decisions/email/contacts.ts';
import { facts, invoice, policy } from '../../builders.ts';
import { lastNight } from '../nights.ts';

const LADDER = policy({
  stages: [{ name: 'reminder', afterDays: 3, tell: ['account-manager', 'customer'] }],
});

const owing = (customer: Record<string, unknown>) =>
  facts({ customer, invoices: [invoice({ invoiceId: 'INV-1', dueOn: '2026-03-01' })] });

describe('a customer that is not to be contacted', () => {
  test.each([
    { customer: { doNotContact: true }, because: 'the customer is not to be contacted' },
    { customer: { tags: ['do-not-contact'] }, because: 'the customer is tagged do-not-contact' },
  ])('climbs, and only colleagues hear of it: $because', ({ customer, because }) => {
    const { night, writeLetter } = lastNight(owing(customer), LADDER, ['2026-03-04']);

    expect(writeLetter).toBe(false);
    expect(night.accounts).toMatchObject([{ stage: 'reminder' }]);
    expect(night.notices).toMatchObject([{ tell: ['account-manager'] }]);
    expect(night.suppressed).toMatchObject([{ because }]);
  });

  test('is written to from the next stage on when that is over, and not of the last one', () => {
    const never = lastNight(owing({ doNotContact: true }), LADDER, ['2026-03-04']);
    const again = lastNight(owing({}), LADDER, ['2026-03-05'], never.next);

    expect([again.writeLetter, again.night.suppressed]).toEqual([false, []]);
  });

  test('gets no letter that was decided on before, and colleagues get their e-mail', () => {
    const { customer } = owing({ doNotContact: true });
    const to = 'ap@contoso.example';

    expect(chooseContact({ kind: 'letter', to }, [], customer, LADDER)).toEqual({
      kind: 'nobody',
      because: 'the customer is not to be contacted',
    });
    expect(chooseContact({ kind: 'alert', to }, [], customer, LADDER)).toEqual({
      kind: 'contact',
      contact: to,
    });
  });
});
