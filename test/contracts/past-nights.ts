import { expect, test } from 'vitest';
import type { Desk } from '../../shared/run/desk/desk-port.ts';
import { forgetNights, type PastNights } from '../../shared/run/forget-nights.ts';
import type { Runs, SentMessages } from '../../shared/run/ports.ts';
import type { Run } from '../../shared/run/run.ts';
import { day } from '../builders.ts';
import { anyEmail } from '../run/email/any-email.ts';
import { id } from '../run/portfolio.ts';
import { aRun } from './run-builders.ts';

type Stores = {
  readonly runs: Runs;
  readonly desk: Desk;
  readonly sentMessages: SentMessages;
  readonly pastNights: PastNights;
};

/** A night with 150 customers and an e-mail of its own, shown as the one of its day. */
async function aNightOn(asOf: string, { runs, desk }: Stores): Promise<Run> {
  const run = aRun({ asOf: day(asOf), startedAt: `${asOf}T02:00:00.000Z` });
  await runs.create(run);
  const customers = Array.from({ length: 150 }, (_, at) => id(`C-${at}`));
  await runs.addCustomers(run.id, customers);
  await runs.addEmails(run, [anyEmail('digest', run.id, {})]);
  await desk.show(run);
  return run;
}

const isThere = async ({ id: runId }: Run, { runs }: Stores): Promise<boolean> =>
  (await runs.load(runId)) !== undefined;

const nightsOf = async ({ runs }: Stores): Promise<readonly string[]> =>
  (await runs.recent(10)).map(({ asOf }) => asOf);

export function forgetsPastNights(open: () => Promise<Stores>): void {
  const forget = (stores: Stores, now: string) =>
    forgetNights({ ...stores, nightsKeptDays: 31, clock: () => new Date(now) });

  test('a night goes wholly when it is older than is kept, and the others stay', async () => {
    const stores = await open();
    const old = await aNightOn('2026-03-17', stores);
    const kept = await aNightOn('2026-03-18', stores);

    await forget(stores, '2026-04-17T12:00:00Z');
    await forget(stores, '2026-04-17T13:00:00Z');

    expect([await isThere(old, stores), await isThere(kept, stores)]).toEqual([false, true]);
    expect(await nightsOf(stores)).toEqual(['2026-03-18']);
    expect(await stores.runs.pending(old.id, id('C-0'), id('C-99'))).toEqual([]);
    expect(await stores.runs.pending(kept.id, id('C-0'), id('C-99'))).toHaveLength(150);
    expect(await stores.desk.nightOn(day('2026-03-17'))).toBeUndefined();
    expect(await stores.desk.nightOn(day('2026-03-18'))).toBe(kept.id);
  });

  test('the last night stays however old it is, as it is what people look at', async () => {
    const stores = await open();
    await aNightOn('2026-03-17', stores);
    const last = await aNightOn('2026-03-18', stores);

    await forget(stores, '2027-03-18T12:00:00Z');

    expect(await nightsOf(stores)).toEqual(['2026-03-18']);
    expect(await isThere(last, stores)).toBe(true);
  });

  test('what was sent is known to delivery reports until its nights are forgotten', async () => {
    const stores = await open();
    const { sentMessages, pastNights } = stores;
    const operation = '520f2fe3-2750-5099-91fe-031126184686';
    const run = await aNightOn('2026-03-17', stores);
    await sentMessages.remember(operation, { runId: run.id, emailId: operation });

    await pastNights.forgetSent(new Date('2001-01-01T00:00:00Z'));
    expect(await sentMessages.find(operation)).toMatchObject({ emailId: operation });

    await pastNights.forgetSent(new Date('2999-01-01T00:00:00Z'));
    expect(await sentMessages.find(operation)).toBeUndefined();
  });
}
