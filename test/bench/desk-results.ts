import { CustomerNight } from '../../shared/decisions/customer-night.ts';
import type { CustomerResult } from '../../shared/run/customer-result.ts';
import { AS_OF } from './portfolio.ts';

const CURRENCIES = ['EUR', 'EUR', 'EUR', 'SEK'];

/** What evaluated customers leave in a run, one at a time, no two alike. */
export function* deskResults(count: number): Generator<CustomerResult> {
  for (let at = 0; at < count; at += 1) {
    const currency = CURRENCIES[at % CURRENCIES.length];
    const open = (at * 7919) % 1_000_000;
    yield {
      kind: 'evaluated',
      emails: [],
      night: CustomerNight.parse({
        customer: {
          customerId: `C-${at}`,
          name: `Customer ${(at * 104_729) % 999_983} ${at % 7 === 0 ? 'Zürich' : 'Utrecht'}`,
          currency,
          accountManager: { name: `Manager ${at % 40}` },
          policy: 'default',
          tags: [],
        },
        asOf: AS_OF,
        accounts: [
          {
            currency,
            aging: { current: open, '1-30': at, '31-60': 0, '61-90': 0, 'over-90': 0 },
            open: open + at,
            overdue: at,
            unapplied: 0,
            ...(at % 3 === 0 && { stage: 'reminder', since: AS_OF }),
            because: `oldest overdue invoice INV-${at} is ${at % 90} days past due`,
            daysPastDue: at % 90,
          },
        ],
        budgets: [],
        exposure: [
          { currency, overdue: at, notDue: open, uninvoiced: 0, forecastRemainder: 0, total: open },
        ],
        notices: [],
        suppressed: [],
      }),
    };
  }
}
