import { CustomerId } from '../../shared/ledger/customer.ts';
import type { CustomerFacts } from '../../shared/ledger/customer-facts.ts';
import { arrangement, budget, facts, invoice, spend } from '../builders.ts';

export const POLICY = {
  reseller: {
    name: 'Kestrel Cloud',
    operatorEmail: 'ops@kestrel.example',
    creditControllerEmail: 'credit@kestrel.example',
  },
  contact: { minDaysBetween: 3 },
};
export const POLICY_TEXT = JSON.stringify(POLICY);

export const ANNA = { name: 'Anna', email: 'anna@kestrel.example' };
const BEN = { name: 'Ben', email: 'ben@kestrel.example' };

export const id = (text: string): CustomerId => CustomerId.parse(text);

/** A customer that owes 100.00 EUR, due on the day. */
export const owes = (
  customerId: string,
  dueOn: string,
  { accountManager = ANNA, ...rows }: { accountManager?: typeof ANNA } & Partial<Rows> = {},
): CustomerFacts =>
  facts({
    customer: { customerId, name: customerId.toUpperCase(), accountManager },
    invoices: [invoice({ invoiceId: `INV-${customerId}`, dueOn })],
    ...rows,
  });

type Rows = Omit<CustomerFacts, 'customer'>;

/**
 * On 17 March: two account managers, a letter of each kind, a budget, a broken promise, a
 * credit to be requested by Saturday, and no news.
 */
export const PORTFOLIO: readonly CustomerFacts[] = [
  owes('adatum', '2026-03-13'),
  owes('best/for you? #1 100%', '2026-03-05', { accountManager: BEN }),
  owes('contoso', '2026-02-20'),
  owes('datum', '2026-02-10', {
    accountManager: BEN,
    arrangements: [arrangement('fraud-case', { from: '2026-01-20' })],
  }),
  owes('early', '2026-04-10', {
    spend: [spend('2026-03-05', 8_500)],
    budgets: [budget(10_000)],
  }),
  owes('fabrikam', '2026-03-16', {
    accountManager: BEN,
    arrangements: [arrangement('promise', { from: '2026-03-01', until: '2026-03-16' })],
  }),
  facts({ customer: { customerId: 'graphic', name: 'Graphic', accountManager: ANNA } }),
];
