import type { CustomerNight } from '../customer-night.ts';
import type { DigestContent } from './content/digest-content.ts';

type OnStage = DigestContent['onStage']['items'][number];

export const onStageOf = ({
  customer: { customerId, name: customerName },
  accounts,
}: CustomerNight): OnStage[] =>
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
  );

/** By currency, the most overdue first. */
export function byCurrencyAndOverdue(a: OnStage, b: OnStage): number {
  if (a.currency !== b.currency) return a.currency < b.currency ? -1 : 1;
  return b.overdue - a.overdue || (a.customerName < b.customerName ? -1 : 1);
}
