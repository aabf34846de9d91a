import { dayNumber } from '../ledger/calendar-date.ts';
import type { AgingPolicy } from '../policy/policy.ts';
import type { Account, OpenInvoice } from './accounts.ts';

type Buckets = {
  readonly names: readonly string[];
  readonly empty: Readonly<Record<string, number>>;
};

/** Made once for a policy: a night asks for them with every account. */
const bucketsByDays = new WeakMap<readonly number[], Buckets>();

function bucketsOf(bucketDays: readonly number[]): Buckets {
  const known = bucketsByDays.get(bucketDays);
  if (known !== undefined) return known;
  const between = bucketDays.map((last, at) => `${(bucketDays[at - 1] ?? 0) + 1}-${last}`);
  const names = ['current', ...between, `over-${bucketDays.at(-1)}`];
  const buckets = { names, empty: Object.fromEntries(names.map((name) => [name, 0])) };
  bucketsByDays.set(bucketDays, buckets);
  return buckets;
}

/** The columns of an aged report: [30, 60] is current, 1-30, 31-60 and over-60. */
export const bucketNames = (bucketDays: readonly number[]): readonly string[] =>
  bucketsOf(bucketDays).names;

/** Open amounts by age, disputed ones included. The due (or issue) date itself is still current. */
export function agingOf(
  { invoices }: Account,
  { basis, bucketDays }: AgingPolicy,
  asOfDay: number,
): Record<string, number> {
  const { names, empty } = bucketsOf(bucketDays);
  const amounts = names.map(() => 0);
  for (const each of invoices) {
    const at = bucketAt(
      basis === 'due-date' ? each.daysPastDue : daysOld(each, asOfDay),
      bucketDays,
    );
    amounts[at] = (amounts[at] ?? 0) + each.open;
  }

  const aging = { ...empty };
  for (const [at, name] of names.entries()) if (amounts[at] !== 0) aging[name] = amounts[at] ?? 0;
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
