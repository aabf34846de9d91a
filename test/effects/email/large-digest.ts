import type { CustomerNight } from '../../../shared/decisions/customer-night.ts';
import type { EmailOf } from '../../../shared/decisions/email/email.ts';
import { digestOf } from '../../decisions/email/digest-of.ts';
import { aNight, aNotice, anAccount, TONIGHT } from '../../decisions/night-builders.ts';

const TREND = Array.from({ length: 35 }, (_, at) => 4_000 + ((at * 37) % 11) * 90);

/** So many customers, each late or over its budget, with names and reasons as long as they come. */
export function largeDigest(customers: number): EmailOf<'digest'> {
  const nights = Array.from({ length: customers }, (_, at) => nightAt(at));
  const digest = digestOf(
    { email: 'ana@kestrel.example', name: 'Ana', role: 'account-manager' },
    nights,
    TONIGHT,
  );
  if (digest === undefined) throw new Error('Cannot happen: there is news');
  return digest;
}

function nightAt(at: number): CustomerNight {
  const customerId = `C-${at}`;
  const isLate = at % 2 === 0;
  return aNight(
    {
      accounts: [
        anAccount({
          overdue: isLate ? 420_000 + at : 0,
          stage: isLate ? 'final-notice' : undefined,
          daysPastDue: isLate ? 21 : 0,
        }),
      ],
      budgets: [
        {
          currency: 'EUR',
          month: '2026-03',
          budget: 100_000,
          spent: 112_000,
          percent: 112,
          crossed: 100,
        },
      ],
      trends: [{ currency: 'EUR', from: '2026-02-10', amounts: TREND, usual: 4_500 }],
      notices: [
        isLate
          ? aNotice({ key: `${customerId}|EUR|dunning`, stage: 'final-notice' })
          : aNotice({
              key: `${customerId}|EUR|budget`,
              kind: 'budget',
              stage: '100',
              because:
                'month-to-date spend of 1,120.00 EUR is 112 % of the 2026-03 budget of 1,000.00 EUR and the threshold is 100 %',
            }),
      ],
    },
    { customerId, name: `Installatietechniek & Beheer Noordhoek ${at} B.V.` },
  );
}
