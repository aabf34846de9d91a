import { dayNumber } from '../ledger/calendar-date.ts';
import type { AgingPolicy } from '../policy/policy.ts';
import type { Account, OpenInvoice } from './accounts.ts';

/** Made once for a policy: a night asks for them with every account. */
const namesOf = new WeakMap<readonly number[], readonly string[]>();

/** The columns of an aged report: [30, 60] is current, 1-30, 31-60 and over-60. */
export function bucketNames(bucketDays: readonly number[]): readonly string[] {
  const known = namesOf.get(bucketDays);
  if (known !== undefined) return known;
  const between = bucketDays.map((last, at) => `${(bucketDays[at - 1] ?? 0) + 1}-${last}`);
  const names = ['current', ...between, `over-${bucketDays.at(-1)}`];
  namesOf.set(bucketDays, names);
  return names;
}

/** Open amounts by age, disputed ones included. The due (or issue) date itself is still current. */
export function agingOf(
  { invoices }: Account,
  { basis, bucketDays }: AgingPolicy,
  asOfDay: number,
): Record<string, number> {
  const amounts = new Array<number>(bucketDays.length + 2).fill(0);
  for (const each of invoices) {
    const at = bucketAt(
      basis === 'due-date' ? each.daysPastDue : daysOld(each, asOfDay),
      bucketDays,
    );
    amounts[at] = (amounts[at] ?? 0) + each.open;
  }

  const aging: Record<string, number> = {};
  let at = 0;
  for (const name of bucketNames(bucketDays)) aging[name] = amounts[at++] ?? 0;
  return aging;
}

const daysOld = ({ invoice }: OpenInvoice, asOfDay: number): number =>
  asOfDay - dayNumber(invoice.issuedOn);

function bucketAt(days: number, bucketDays: readonly number[]): number {
  if (days <= 0) return 0;
  let at = 0;
  while (at < bucketDays.length && days > (bucketDays[at] ?? 0)) at++;
  return at + 1;
}

/** The bucket of so many days, by name. */
export const bucketNameOf = (days: number, bucketDays: readonly number[]): string =>
  bucketNames(bucketDays)[bucketAt(days, bucketDays)] ?? '';
