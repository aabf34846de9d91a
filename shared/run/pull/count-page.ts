import { dayInZone, daysBetween } from '../../ledger/calendar-date.ts';
import { type SourceFacts, sourceFactsSeenOn } from '../../ledger/source-facts.ts';
import type { MonthToDateReading } from '../../ledger/spend.ts';
import type { Run, SourceProgress } from '../run.ts';
import type { FoundCustomers } from './find-customers.ts';
import type { SourceReading } from './source.ts';

const MAX_FINDINGS = 50;
/** Portals reckon once a day, and are a day behind. */
const DAYS_UNTIL_STALE = 2;

/** The counts with those of a page, split into what the night sees and what is dated later. */
export function countedPage(
  progress: SourceProgress,
  page: readonly SourceFacts[],
  run: Run,
  { reading, found }: { readonly reading: SourceReading; readonly found: FoundCustomers },
): SourceProgress {
  const { because: _passed, ...before } = progress;
  const next = { ...before, rejected: reading.rejected, duplicates: reading.duplicates };
  for (const facts of page) {
    const seen = sourceFactsSeenOn(facts, run.asOf);
    next.customers += 1;
    next.spendRows += seen.spend.length + readingsIn(seen).length;
    next.later += rowCount(facts) - rowCount(seen);
    if (isStale(facts, run)) next.staleReadings = (next.staleReadings ?? 0) + 1;
    if (!('customer' in seen)) continue;
    next.invoices += seen.invoices.length;
    next.payments += seen.payments.length;
  }
  const findings = [...found.findings, ...(reading.findings ?? [])];
  return {
    ...next,
    newestAt: reading.newestAt?.toISOString(),
    incomplete: reading.incomplete,
    ...(findings.length > 0 && { findings: findings.slice(0, MAX_FINDINGS) }),
  };
}

function rowCount(facts: SourceFacts): number {
  if (!('customer' in facts)) return facts.spend.length + readingsIn(facts).length;
  const { invoices, payments, spend, arrangements } = facts;
  return invoices.length + payments.length + spend.length + arrangements.length;
}

/** A month so far is a row of spend, too. */
const readingsIn = (facts: SourceFacts): readonly MonthToDateReading[] =>
  'readings' in facts ? (facts.readings ?? []) : [];

/**
 * The month so far was last reckoned too long ago to tell of yesterday. Of who uses nothing there is
 * nothing to reckon: that stands still by itself.
 */
function isStale(facts: SourceFacts, { asOf }: Run): boolean {
  return readingsIn(facts).some(
    ({ date, modifiedAt, minorUnits }) =>
      minorUnits !== 0 &&
      daysBetween(modifiedAt === undefined ? date : dayInZone(new Date(modifiedAt), 'UTC'), asOf) >
        DAYS_UNTIL_STALE,
  );
}
