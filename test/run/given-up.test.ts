import { describe, expect, test } from 'vitest';
import { cancelRun } from '../../shared/run/cancel-run.ts';
import { parkCloseRun } from '../../shared/run/park-message.ts';
import { startRun } from '../../shared/run/start-run.ts';
import { watchNights } from '../../shared/run/watch-nights.ts';
import { day } from '../builders.ts';
import { type NightInMemory, type NightNeeds, nightInMemory } from './in-memory/night.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { id, owes } from './portfolio.ts';
import { runNight, startNight } from './run-night.ts';
import { workOnce, workUntilEmpty } from './worker.ts';

/** Known for several nights, or since tonight: the first commit creates what later ones replace. */
async function atNight(customers: 'known' | 'new'): Promise<NightInMemory> {
  const night = nightInMemory();
  night.world.customers = [owes('contoso', '2026-03-01')];
  if (customers === 'known') await runNight(night, '2026-03-03');
  night.now = '2026-03-17T02:00:00Z';
  return night;
}

/** Before a customer is committed something else happens, once. */
function meanwhile(needs: NightNeeds, happens: () => Promise<unknown>): NightNeeds {
  let hasHappened = false;
  const commit: NightNeeds['customers']['commit'] = async (...args) => {
    if (!hasHappened) await happens();
    hasHappened = true;
    await needs.customers.commit(...args);
  };
  return { ...needs, customers: { ...needs.customers, commit } };
}

/** Of each colleague: the stages that digests told. */
const told = ({ delivered }: Outcome): string[] =>
  delivered
    .filter(([, { kind }]) => kind === 'digest')
    .flatMap(([, { to, text }]) =>
      [...text.matchAll(/"kind":"dunning","stage":"([a-z-]+)"/g)].map(
        ([, stage]) => `${to} ${stage}`,
      ),
    )
    .toSorted();

/** A watch that finds no night keeps a run of its own. */
const nightOf = ({ runs }: Outcome) =>
  runs.find(({ asOf, customers }) => asOf === '2026-03-17' && customers !== undefined);

const TOLD_ONCE = ['anna@kestrel.example second-notice'];

describe('a customer whose run gives up on it while it is being decided', () => {
  test.each(['known', 'new'] as const)(
    'and is %s is told of by the next night, once: the late commit is refused',
    async (customers) => {
      const night = await atNight(customers);
      const { memory, needs } = night;
      await startNight(needs);
      await workOnce(memory, needs);
      const slow = meanwhile(needs, async () => {
        night.now = '2026-03-17T09:00:00Z';
        await watchNights(needs);
        await workUntilEmpty(memory, needs);
      });
      await workOnce(memory, slow);
      await workUntilEmpty(memory, needs);

      const late = await outcomeOf(night);
      expect(nightOf(late)).toMatchObject({ status: 'completed-with-failures', failed: 1 });
      expect(told(late)).toEqual([]);
      const next = await runNight(night, '2026-03-18');
      expect(told(next)).toEqual(TOLD_ONCE);
      expect(next.delivered.filter(([, { kind }]) => kind === 'letter')).toHaveLength(1);
    },
  );

  test('and taken up by another worker before that is written down has failed all the same', async () => {
    const night = await atNight('known');
    const { memory, needs } = night;
    await startNight(needs);
    await workOnce(memory, needs);
    const giveUp: NightNeeds['customers']['giveUp'] = async (...args) => {
      await needs.customers.giveUp(...args);
      await workOnce(memory, needs);
    };
    night.now = '2026-03-17T09:00:00Z';

    await watchNights({ ...needs, customers: { ...needs.customers, giveUp } });
    await workUntilEmpty(memory, needs);

    expect(nightOf(await outcomeOf(night))).toMatchObject({ evaluated: 0, failed: 1 });
    expect(told(await runNight(night, '2026-03-18'))).toEqual(TOLD_ONCE);
  });
});

describe('a run that ends before it tells anybody', () => {
  test.each(['cancelled', 'parked'] as const)(
    'because it is %s leaves its news to the next run, which alerts nobody again',
    async (ending) => {
      const night = await atNight('known');
      night.world.customers = [owes('contoso', '2026-02-20')];
      const { memory, needs } = night;
      const { id } = await startNight(needs);
      await workOnce(memory, needs);
      await workOnce(memory, needs);
      if (ending === 'cancelled') await cancelRun(id, 'Anna', needs);
      else await parkCloseRun({ runId: id }, needs);
      await workUntilEmpty(memory, needs);
      const before = await outcomeOf(night);
      expect(told(before)).toEqual([]);

      const next = await runNight(night, '2026-03-18');
      const after = await runNight(night, '2026-03-19');

      expect(told(next)).toEqual([
        'anna@kestrel.example final-notice',
        'credit@kestrel.example final-notice',
      ]);
      expect(told(after)).toEqual(told(next));
      expect(alertsAndLetters(next)).toEqual(alertsAndLetters(before));
    },
  );
});

const alertsAndLetters = ({ delivered }: Outcome): string[] =>
  delivered.flatMap(([key, { kind }]) => (kind === 'letter' || kind === 'alert' ? [key] : []));

test('a run of one customer that a night overtakes tells what it decided, and the night does not', async () => {
  const night = await atNight('known');
  const { memory, needs } = night;
  const customerId = id('contoso');
  await startRun({ asOf: day('2026-03-17'), dryRun: false, customerId }, undefined, needs);
  await workOnce(memory, needs);
  const dies = async () => {
    throw new Error('the worker is dead');
  };
  await workOnce(memory, { ...needs, runs: { ...needs.runs, finishCustomers: dies } });
  const hidden = memory.messages.splice(0);
  night.now = '2026-03-17T02:00:05Z';

  await runNight(night, '2026-03-17');
  memory.messages.push(...hidden);
  await workUntilEmpty(memory, needs);

  const { runs } = await outcomeOf(night);
  expect(runs.map(({ status }) => status)).toEqual(Array(3).fill('completed'));
  expect(told(await runNight(night, '2026-03-18'))).toEqual(TOLD_ONCE);
});
