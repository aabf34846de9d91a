import type { Account, OpenInvoice } from '../../evaluation/accounts.ts';
import { countingOf } from '../../evaluation/counting.ts';
import { inForce } from '../../evaluation/in-force.ts';
import { promisesOf } from '../../evaluation/promises.ts';
import { takenOut } from '../../evaluation/taken-out.ts';
import type { PartOf, Reason } from '../../languages/reason.ts';
import type { Arrangement } from '../../ledger/arrangement.ts';
import { type CalendarDate, dayNumber } from '../../ledger/calendar-date.ts';
import type { CustomerFacts } from '../../ledger/customer-facts.ts';
import type { DunningPolicy } from '../../policy/dunning-policy.ts';

/** An open invoice and what of it is asked for; `leftOut` says why the rest is not. */
export type AskedInvoice = OpenInvoice & {
  readonly askedMinorUnits: number;
  readonly leftOut: Reason | undefined;
};

/** What is disputed, on hold or promised for a later day is not demanded in a letter. */
export function askedInvoices(
  account: Account,
  seen: CustomerFacts,
  ladder: DunningPolicy,
  asOf: CalendarDate,
): AskedInvoice[] {
  const disputes = inForce('dispute', seen.arrangements, asOf);
  const disputed = takenOut(account.invoices, account.currency, disputes);
  const counting = countingOf(account, disputes, ladder, dayNumber(asOf));
  const { toleranceDays } = ladder.promises;
  const promised = promisesOf(account, counting, seen, toleranceDays, asOf).flatMap(
    ({ promise, standing }) => (standing === 'open' ? promise : []),
  );
  const held = inForce('hold', seen.arrangements, asOf);

  return account.invoices.map((each, at) => {
    const isNamed = ({ invoiceId }: { invoiceId?: string | undefined }): boolean =>
      invoiceId === each.invoice.invoiceId;
    const promise = promised.find(isNamed);
    if (promise !== undefined) return { ...each, ...nothing([promisedBy(promise)]) };
    if (held.some(isNamed)) return { ...each, ...nothing([{ key: 'on-hold' }]) };
    return { ...each, ...undisputed(each.open, disputed[at] ?? 0) };
  });
}

const promisedBy = ({ until }: Pick<Arrangement, 'until'>): PartOf<'promised'> => ({
  key: 'promised',
  ...(until === undefined ? {} : { until }),
});

type Asked = Pick<AskedInvoice, 'askedMinorUnits' | 'leftOut'>;

const nothing = (leftOut: Reason): Asked => ({ askedMinorUnits: 0, leftOut });

const undisputed = (open: number, disputed: number): Asked => ({
  askedMinorUnits: open - disputed,
  leftOut: disputed > 0 ? [{ key: 'disputed' }] : undefined,
});
