import type { SpendPart } from '../../ledger/spend.ts';
import type { CustomerNight, Notice } from '../customer-night.ts';
import { literalLine } from '../literal-line.ts';
import { moneyText } from '../money-text.ts';

/** What is told of a month's cost, and so is better told with what the cost is for. */
const FLAGS: readonly Notice['kind'][] = ['anomaly', 'budget', 'budget-forecast', 'budget-pace'];
const PARTS_SHOWN = 3;
const PARTS_KEPT = 20;

/** Whether it is worth a question, or several, what the customer's month is spent on. */
export const isFlagged = ({ notices }: CustomerNight): boolean =>
  notices.some(({ kind }) => FLAGS.includes(kind));

/** The night with what the month's cost is for, said once per currency. */
export function withSpendParts(night: CustomerNight, parts: readonly SpendPart[]): CustomerNight {
  const spendParts = parts.toSorted((a, b) => b.minorUnits - a.minorUnits).slice(0, PARTS_KEPT);
  if (spendParts.length === 0) return night;
  return {
    ...night,
    spendParts,
    notices: said(night.notices, (currency) => partsText(parts, currency)),
  };
}

/** The night with why it is not known what the cost is for. */
export const withoutSpendParts = (night: CustomerNight, because: string): CustomerNight => ({
  ...night,
  notices: said(night.notices, () => `. What it is for is not known: ${because}`),
});

function said(notices: readonly Notice[], textOf: (currency: string) => string): Notice[] {
  const done = new Set<string>();
  return notices.map((notice) => {
    const { kind, currency, because } = notice;
    if (!FLAGS.includes(kind) || done.has(currency)) return notice;
    done.add(currency);
    return { ...notice, because: `${because}${textOf(currency)}` };
  });
}

function partsText(parts: readonly SpendPart[], currency: string): string {
  const own = parts
    .filter((part) => part.currency === currency && part.minorUnits > 0)
    .toSorted((a, b) => b.minorUnits - a.minorUnits);
  const total = own.reduce((sum, { minorUnits }) => sum + minorUnits, 0);
  const texts = own.slice(0, PARTS_SHOWN).map(({ service, subscription, minorUnits }) => {
    const name = [service, subscription].filter((each) => each !== undefined).join(' in ');
    const percent = Math.round((100 * minorUnits) / total);
    return `${literalLine(name)} ${moneyText({ minorUnits, currency })} (${percent} %)`;
  });
  return texts.length === 0 ? '' : `. This month so far: ${texts.join(', ')}`;
}
