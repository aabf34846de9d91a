import { expect, test } from 'vitest';
import { runWithProgress } from '../../../shared/http/views/run-row.ts';
import { SourceError } from '../../../shared/run/errors.ts';
import { inMemorySource } from '../in-memory/source.ts';
import { joinedNight, reportOf } from '../pull/joined-world.ts';
import { runNight } from '../run-night.ts';

const NOTHING = { invoices: 0, payments: 0, spendRows: 0, later: 0, rejected: 0, duplicates: 0 };

test('the report says of each source how old it is, what was read of it and what is missing', async () => {
  const night = joinedNight();
  Object.assign(night.world, {
    newestAt: new Date('2026-03-16T23:30:00Z'),
    rejects: [{ file: 'f.csv', line: 3, column: 'amount', value: 'x', reason: 'is no number' }],
    incomplete: 'payments.csv could not be read to the end',
  });
  await runNight(night);

  expect((await reportOf(night)).sources).toEqual([
    {
      ...NOTHING,
      name: 'files',
      status: 'done',
      because: null,
      incomplete: 'payments.csv could not be read to the end',
      newestAt: '2026-03-16T23:30:00.000Z',
      hoursOld: 3,
      customers: 3,
      invoices: 3,
      rejected: 1,
      staleReadings: 0,
      findings: [],
    },
    {
      ...NOTHING,
      name: 'partner-center',
      status: 'done',
      because: null,
      incomplete: null,
      newestAt: null,
      hoursOld: null,
      customers: 3,
      spendRows: 3,
      staleReadings: 0,
      findings: [],
    },
  ]);
});

test('a source that could not be read is in the report with its reason, as in the run’s progress', async () => {
  const night = joinedNight();
  const because = 'Cannot sign in to Partner Center because its secret has expired: make another';
  const open = async () => {
    throw new SourceError(because);
  };
  const broken = { ...inMemorySource('partner-center', night.portal), open };
  const [files] = night.needs.sources;
  await runNight({
    ...night,
    needs: { ...night.needs, sources: [...(files ? [files] : []), broken] },
  });

  const { sources } = await reportOf(night);
  expect(sources[1]).toMatchObject({ name: 'partner-center', status: 'failed', because });
  const [run] = await night.needs.runs.recent(1);
  const stored = run && (await night.needs.runs.loadSources(run.id)).map(({ value }) => value);
  expect(run && runWithProgress(run, stored ?? [], 'en').progress.sources).toMatchObject(sources);
});

test('of a portal that stands still, the run’s progress says so as its report does', async () => {
  const night = joinedNight();
  await runNight(night, '2026-03-20');

  expect((await reportOf(night)).sources[1]).toMatchObject({
    staleReadings: 3,
    findings: [
      '3 customers have a month to date that was last reckoned more than two days ago: what they spent since is not known',
    ],
  });
});
