import type { z } from 'zod';
import { isInForce } from '../../evaluation/in-force.ts';
import type { Arrangement } from '../../ledger/arrangement.ts';
import type { CalendarDate } from '../../ledger/calendar-date.ts';
import type { ArrangementEntry, BudgetEntry } from '../../ledger/entries.ts';
import { toDecimal } from '../../ledger/money.ts';
import type { CustomerAtDesk } from '../../run/desk/load-customer.ts';
import type { Stored } from '../../run/ports.ts';
import type { ArrangementView, BudgetEntryView } from '../shapes/customer.ts';

type View = z.input<typeof ArrangementView>;

const arrangementView = (arrangement: Arrangement, today: CalendarDate): View => {
  const { kind, invoiceId, from, until, minorUnits, currency, by, reason } = arrangement;
  return {
    id: null,
    source: 'books',
    kind,
    invoiceId: invoiceId ?? null,
    from,
    until: until ?? null,
    amount: minorUnits === undefined ? null : toDecimal({ minorUnits, currency }),
    currency,
    by: by ?? null,
    reason: reason ?? null,
    recordedAt: null,
    endedBy: null,
    endedAt: null,
    isInForce: isInForce(arrangement, today),
    etag: null,
  };
};

export const entryView = (
  { value, etag }: Stored<ArrangementEntry>,
  today: CalendarDate,
): View => ({
  ...arrangementView(value.arrangement, today),
  id: value.id,
  source: 'people',
  recordedAt: value.recordedAt,
  endedBy: value.endedBy ?? null,
  endedAt: value.endedAt ?? null,
  isInForce: value.isWithdrawn !== true && isInForce(value.arrangement, today),
  etag,
});

export const budgetEntryView = ({
  value: { budget, recordedBy, recordedAt, reason },
  etag,
}: Stored<BudgetEntry>): z.input<typeof BudgetEntryView> => ({
  currency: budget.currency,
  amount: toDecimal(budget),
  from: budget.from ?? null,
  by: recordedBy,
  reason: reason ?? null,
  recordedAt,
  etag,
});

/** Those of people first, newest first; then those of the books. */
export function arrangementViews({ loaded, today }: CustomerAtDesk): View[] {
  const entries = loaded.entries.flatMap(({ value, etag }) =>
    value.kind === 'arrangement' ? [{ value, etag }] : [],
  );
  const entered = new Set(entries.map(({ value }) => value.arrangement));
  return [
    ...entries
      .toSorted((a, b) => (a.value.recordedAt < b.value.recordedAt ? 1 : -1))
      .map((each) => entryView(each, today)),
    ...loaded.facts.arrangements
      .filter((each) => !entered.has(each))
      .map((each) => arrangementView(each, today)),
  ];
}
