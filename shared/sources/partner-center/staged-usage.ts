import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { CalendarDate } from '../../ledger/calendar-date.ts';
import { CustomerId } from '../../ledger/customer.ts';
import { CurrencyCode } from '../../ledger/money.ts';
import type { SpendFacts } from '../../ledger/source-facts.ts';
import type { SourceReading } from '../../run/pull/source.ts';
import { Reject } from '../../run/run.ts';
import { idOfKey, keyAfter } from '../staging/customer-key.ts';
import { USAGE_LIST } from './stage-usage.ts';

const Keyed = z.object({ key: z.string() });
const Usage = z.object({
  name: z.string().nullable(),
  currency: CurrencyCode,
  day: CalendarDate,
  modifiedAt: z.iso.datetime(),
  minorUnits: z.int(),
  budget: z.int().nullable(),
});
const About = z.object({
  duplicates: z.int(),
  rejected: z.int(),
  accepted: z.int(),
  newestAt: z.iso.datetime().nullable(),
});

/** Usage by customer. It is read once, so that closing it removes it. */
export function stagedUsage(path: string): SourceReading {
  const database = new DatabaseSync(path, { readOnly: true });
  const about = About.parse(
    database
      .prepare(
        `SELECT duplicates, (SELECT count(*) FROM rejects) AS rejected,
          (SELECT max(modifiedAt) FROM usage) AS newestAt,
          (SELECT count(*) FROM usage) AS accepted FROM counts`,
      )
      .get(),
  );
  return {
    customers: async (after, limit) => [...customers(database, after, limit)],
    rejects: () => rejects(database),
    rejected: about.rejected,
    duplicates: about.duplicates,
    incomplete:
      about.rejected > 0 && about.accepted === 0
        ? `no item of ${USAGE_LIST} could be read`
        : undefined,
    newestAt: about.newestAt === null ? undefined : new Date(about.newestAt),
    close() {
      database.close();
      rmSync(path, { force: true });
    },
  };
}

function* customers(
  database: DatabaseSync,
  after: string | undefined,
  limit: number,
): Generator<SpendFacts, undefined> {
  const keys = database.prepare(
    'SELECT DISTINCT key FROM usage WHERE key > ? ORDER BY key LIMIT ?',
  );
  const usage = database.prepare('SELECT * FROM usage WHERE key = ? ORDER BY currency');
  const cursor = keyAfter(after === undefined ? undefined : CustomerId.parse(after));
  for (const found of keys.all(cursor, Math.max(0, limit))) {
    const { key } = Keyed.parse(found);
    yield factsOf(key, z.array(Usage).parse(usage.all(key)));
  }
}

function factsOf(key: string, usage: readonly z.infer<typeof Usage>[]): SpendFacts {
  const name = usage.find((each) => each.name !== null)?.name ?? undefined;
  return {
    customerId: CustomerId.parse(idOfKey(key)),
    ...(name !== undefined && { name }),
    spend: [],
    readings: usage.map(({ day: date, minorUnits, currency, modifiedAt }) => ({
      date,
      minorUnits,
      currency,
      modifiedAt,
    })),
    budgets: usage.flatMap(({ budget, currency }) =>
      budget === null ? [] : [{ minorUnits: budget, currency }],
    ),
  };
}

function* rejects(database: DatabaseSync): Generator<Reject, undefined> {
  const stored = database.prepare('SELECT * FROM rejects ORDER BY line');
  for (const each of stored.iterate()) yield Reject.parse({ ...each, file: USAGE_LIST });
}
