import type { CustomerNight } from '../customer-night.ts';
import { total } from '../money-text.ts';
import type { DigestContent } from './content/digest-content.ts';

type OnStage = DigestContent['onStage']['items'][number];

/** Everyone who is on a stage: by currency, the most overdue first. */
export function onStageIn(nights: readonly CustomerNight[]): OnStage[] {
  return nights
    .flatMap(({ customer: { customerId, name: customerName }, accounts }) =>
      accounts.flatMap(({ stage, since, currency, overdue, daysPastDue }) =>
        stage === undefined
          ? []
          : [
              {
                customerId,
                customerName,
                currency,
                stage,
                ...(since === undefined ? {} : { since }),
                overdue,
                daysPastDue,
              },
            ],
      ),
    )
    .toSorted(byCurrencyAndOverdue);
}

function byCurrencyAndOverdue(a: OnStage, b: OnStage): number {
  if (a.currency !== b.currency) return a.currency < b.currency ? -1 : 1;
  return b.overdue - a.overdue || (a.customerName < b.customerName ? -1 : 1);
}

/** Of everyone on a stage, each currency by itself. */
export const totalsIn = (nights: readonly CustomerNight[]): DigestContent['totals'] =>
  [...Map.groupBy(onStageIn(nights), ({ currency }) => currency)].map(([currency, own]) => ({
    currency,
    overdue: total(
      own.map(({ overdue }) => overdue),
      currency,
    ).minorUnits,
    customers: own.length,
  }));
