import type { DunningPolicy } from '../../policy/dunning-policy.ts';
import type { CustomerNight, Notice } from '../customer-night.ts';
import { suspensionDay } from '../dunning/suspension-day.ts';
import type { LetterContent, LetterSection } from './content/letter-content.ts';

/** Of a final notice: the first day of all its currencies on which suspending may be proposed. */
export function suspensionOf(
  notices: readonly Notice[],
  sections: readonly LetterSection[],
  night: CustomerNight,
  ladder: DunningPolicy,
): Pick<LetterContent, 'suspensionOn'> {
  const days = notices
    .filter(({ letter }) => letter === 'final-notice')
    .flatMap(({ currency, stage }) => {
      const section = sections.find((each) => each.currency === currency);
      return section === undefined ? [] : (dayFor(stage, section, night, ladder) ?? []);
    });
  const [first] = days.sort();
  return first === undefined ? {} : { suspensionOn: first };
}

function dayFor(
  stage: string | undefined,
  { currency, invoices, toPay }: LetterSection,
  { customer, accounts, asOf }: CustomerNight,
  ladder: DunningPolicy,
) {
  const [oldest] = invoices;
  if (oldest === undefined || toPay === 0) return undefined;
  const account = accounts.find((each) => each.currency === currency);
  const isOnIt = account?.stage === stage;
  const standing = {
    stage,
    enteredOn: isOnIt ? (account?.since ?? asOf) : asOf,
    currency,
    overdue: toPay,
    overdueInvoices: invoices.length,
    basisOn: ladder.basis === 'due-date' ? oldest.dueOn : oldest.issuedOn,
    tags: customer.tags,
  };
  return suspensionDay(standing, ladder, asOf);
}
