import type { InvoiceNight } from '../../decisions/customer-night.ts';
import { bucketNameOf } from '../../evaluation/aging.ts';
import { inForce } from '../../evaluation/in-force.ts';
import { addDays, type CalendarDate, daysBetween } from '../../ledger/calendar-date.ts';
import type { CustomerFacts } from '../../ledger/customer-facts.ts';
import type { CurrencyCode } from '../../ledger/money.ts';
import { toDecimal } from '../../ledger/money.ts';
import type { Policy } from '../../policy/policy.ts';

/** Two years ago nobody asks, and thirteen months show a season. */
const DAYS_OF_SPEND = 400;
const INVOICES_SHOWN = 2_000;

/** The oldest first, as the night has them. */
export function invoiceViews(
  { invoices, arrangements }: CustomerFacts,
  open: readonly InvoiceNight[],
  { aging }: Policy,
  asOf: CalendarDate,
) {
  const byId = new Map(invoices.map((invoice) => [`${invoice.invoiceId}`, invoice]));
  const disputes = inForce('dispute', arrangements, asOf);
  return open.slice(0, INVOICES_SHOWN).flatMap((each) => {
    const invoice = byId.get(each.invoiceId);
    if (invoice === undefined) return [];
    const { currency, issuedOn, dueOn, minorUnits } = invoice;
    const days = aging.basis === 'due-date' ? each.daysPastDue : daysBetween(issuedOn, asOf);
    return {
      invoiceId: each.invoiceId,
      currency,
      issuedOn,
      dueOn,
      amount: toDecimal({ minorUnits, currency }),
      open: toDecimal({ minorUnits: each.open, currency }),
      daysPastDue: each.daysPastDue,
      bucket: bucketNameOf(days, aging.bucketDays),
      stage: each.stage ?? null,
      isDisputed: disputes.some(
        ({ invoiceId }) => invoiceId === undefined || invoiceId === each.invoiceId,
      ),
    };
  });
}

/** Per currency and day, days without spend left out. */
export function spendViews({ spend }: CustomerFacts, asOf: CalendarDate) {
  const first = addDays(asOf, -DAYS_OF_SPEND);
  const byCurrency = new Map<CurrencyCode, Map<CalendarDate, number>>();
  for (const { currency, date, minorUnits } of spend) {
    if (date < first || date > asOf) continue;
    const days = byCurrency.get(currency) ?? new Map<CalendarDate, number>();
    byCurrency.set(currency, days);
    days.set(date, (days.get(date) ?? 0) + minorUnits);
  }
  return [...byCurrency].toSorted(byKey).map(([currency, days]) => ({
    currency,
    days: [...days]
      .toSorted(byKey)
      .map(([date, minorUnits]) => ({ date, amount: toDecimal({ minorUnits, currency }) })),
  }));
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : 1;
