import { literally, type Reason } from '../../languages/reason.ts';
import type { CurrencyCode } from '../../ledger/money.ts';
import type { SpendPart } from '../../ledger/spend.ts';
import { becauseOf } from '../because-of.ts';
import type { CustomerNight, Notice } from '../customer-night.ts';
import { literalLine } from '../email/literal-line.ts';

/** What is told of a month's cost, and so is better told with what the cost is for. */
const FLAGS: readonly Notice['kind'][] = ['anomaly', 'budget', 'budget-forecast', 'budget-pace'];
const PARTS_SHOWN = 3;
const PARTS_KEPT = 20;

/** Whether it is worth a question, or several, what the customer's month is spent on. */
export const isFlagged = ({ notices }: CustomerNight): boolean =>
  notices.some(({ kind }) => FLAGS.includes(kind));

/** The night with what the month's cost is for, said once per currency. */
export function withSpendParts(night: CustomerNight, parts: readonly SpendPart[]): CustomerNight {
  const spendParts = parts.toSorted((a, b) => b.minorUnits - a.minorUnits);
  if (spendParts.length === 0) return night;
  return {
    ...night,
    spendParts: spendParts.slice(0, PARTS_KEPT),
    notices: said(night.notices, (currency) => partsIn(spendParts, currency)),
  };
}

/** The night with why it is not known what the cost is for. */
export const withoutSpendParts = (night: CustomerNight, because: string): CustomerNight => ({
  ...night,
  notices: said(night.notices, () => [{ key: 'spend-parts-unknown' }, ...literally(because)]),
});

function said(notices: readonly Notice[], moreOf: (currency: CurrencyCode) => Reason): Notice[] {
  const done = new Set<CurrencyCode>();
  return notices.map((notice) => {
    const { kind, currency, because, reason = literally(because) } = notice;
    if (!FLAGS.includes(kind) || done.has(currency)) return notice;
    done.add(currency);
    return { ...notice, ...becauseOf([...reason, ...moreOf(currency)]) };
  });
}

/** Names come from the source and become one line. */
function partsIn(parts: readonly SpendPart[], currency: CurrencyCode): Reason {
  const own = parts.filter((part) => part.currency === currency && part.minorUnits > 0);
  const total = own.reduce((sum, { minorUnits }) => sum + minorUnits, 0);
  const named = own.slice(0, PARTS_SHOWN).map(({ service, subscription, minorUnits }) => ({
    name: literalLine([service, subscription].filter((each) => each !== undefined).join(' in ')),
    amount: minorUnits,
    percent: Math.round((100 * minorUnits) / total),
  }));
  return named.length === 0 ? [] : [{ key: 'spend-parts', currency, parts: named }];
}
