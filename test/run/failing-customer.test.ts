import { describe, expect, test } from 'vitest';
import type { CustomerId } from '../../shared/ledger/customer.ts';
import { type NightInMemory, type NightNeeds, nightInMemory } from './in-memory/night.ts';
import { deliveredTo, resultsOf } from './outcome.ts';
import { id, owes, PORTFOLIO } from './portfolio.ts';
import { runNight, startNight } from './run-night.ts';
import { workOnce, workUntilEmpty } from './worker.ts';

const BROKEN = new Error('Cannot read its facts because they are cut off');

/** Loading one customer fails, as often as said. */
function loadFails(needs: NightNeeds, customerId: CustomerId, times = Infinity): NightNeeds {
  let left = times;
  const load: NightNeeds['customers']['load'] = async (run, each) => {
    if (each === customerId && left-- > 0) throw BROKEN;
    return await needs.customers.load(run, each);
  };
  return { ...needs, customers: { ...needs.customers, load } };
}

const failures = (night: NightInMemory) =>
  [...night.memory.results.values()].flatMap(({ result }) =>
    result?.kind === 'failed' ? [result] : [],
  );

describe('a customer that cannot be evaluated', () => {
  test('is reported as failed with its reason, and the others have their night', async () => {
    const night = nightInMemory();
    const undisturbed = await runNight(nightInMemory());

    const outcome = await runNight(night, '2026-03-17', loadFails(night.needs, id('contoso')));

    expect(failures(night)).toEqual([
      { kind: 'failed', customerId: 'contoso', because: BROKEN.message },
    ]);
    expect(outcome.states).toEqual(undisturbed.states.filter(([key]) => key !== 'contoso'));
    expect(outcome.runs).toMatchObject([
      { status: 'completed-with-failures', evaluated: PORTFOLIO.length - 1, failed: 1 },
    ]);
    expect(outcome.runs[0]?.totals).toMatchObject({ customers: PORTFOLIO.length, failed: 1 });
    expect([outcome.waiting, outcome.lost]).toEqual([[], []]);
  });

  test('is told to the operator once, besides the summary that names it', async () => {
    const night = nightInMemory();
    const needs = loadFails(loadFails(night.needs, id('contoso')), id('adatum'));

    const outcome = await runNight(night, '2026-03-17', needs);

    expect(deliveredTo(outcome, 'alarm')).toEqual(['ops@kestrel.example']);
    const texts = outcome.delivered.map(([, email]) => `${email.kind} ${email.text}`);
    expect(texts.find((text) => text.startsWith('summary'))).toContain(BROKEN.message);
  });

  test('is tried five times by itself before it is given up on', async () => {
    const night = nightInMemory();

    const fourth = loadFails(night.needs, id('contoso'), 1 + 4);
    const outcome = await runNight(night, '2026-03-17', fourth);

    expect(outcome).toEqual(await runNight(nightInMemory()));
  });

  test('of a reseller with that customer only has a reason too', async () => {
    const night = nightInMemory();
    night.world.customers = [owes('contoso', '2026-02-20')];

    await runNight(night, '2026-03-17', loadFails(night.needs, id('contoso')));

    expect(failures(night)).toMatchObject([{ because: BROKEN.message }]);
  });

  test('has its night with the next run', async () => {
    const night = nightInMemory();
    await runNight(night, '2026-03-17', loadFails(night.needs, id('contoso')));

    const outcome = await runNight(night, '2026-03-18');

    expect(outcome.runs[0]).toMatchObject({ status: 'completed', failed: 0 });
    const state = outcome.states.find(([key]) => key === 'contoso')?.[1].state;
    expect(state?.accounts['EUR']?.stage).toBe('final-notice');
  });

  test('in a dry run sends nothing to anybody', async () => {
    const night = nightInMemory();
    const needs = loadFails(night.needs, id('contoso'));
    await startNight(needs, '2026-03-17', true);

    await workUntilEmpty(night.memory, needs);

    expect(failures(night)).toHaveLength(1);
    expect(night.memory.delivered.size).toBe(0);
    const statuses = night.memory.outbox.entries().map(([, { status }]) => status);
    expect(new Set(statuses)).toEqual(new Set(['preview']));
  });
});

describe('a customer that was decided on and cannot be finished', () => {
  test('is reported and told as decided, because no later night finds it new', async () => {
    const night = nightInMemory();
    night.world.customers = [owes('contoso', '2026-02-20')];
    let refused = 0;
    const sendEmail: NightNeeds['queues']['sendEmail'] = async (message) => {
      refused += 1;
      if (refused <= 1 + 5) throw new Error('Cannot queue it because storage is busy');
      await night.needs.queues.sendEmail(message);
    };
    const needs = { ...night.needs, queues: { ...night.needs.queues, sendEmail } };

    const outcome = await runNight(night, '2026-03-17', needs);

    expect(resultsOf(outcome)).toMatchObject([{ kind: 'evaluated', emails: [{ kind: 'letter' }] }]);
    expect(deliveredTo(outcome, 'letter')).toEqual(['billing@contoso.example']);
    expect(deliveredTo(outcome, 'digest')).toEqual([
      'anna@kestrel.example',
      'credit@kestrel.example',
    ]);
  });

  test('has a letter that its run never queued sent by the next night', async () => {
    const night = nightInMemory();
    night.world.customers = [owes('contoso', '2026-02-20')];
    await startNight(night.needs);
    await workOnce(night.memory, night.needs);
    const dies = async () => {
      throw new Error('the worker is dead');
    };
    const { runs, queues } = night.needs;
    const dying = { ...night.needs, runs, queues: { ...queues, sendEmail: dies } };
    await workOnce(night.memory, dying);
    expect(night.memory.outbox.entries()).toHaveLength(1);
    night.memory.messages.length = 0;
    night.now = '2026-03-17T09:00:00Z';
    const stuck = await runs.recent(1);
    for (const { id: runId } of stuck) {
      const stored = await runs.load(runId);
      if (stored) await runs.save(stored, { ...stored.value, status: 'failed' });
    }

    const outcome = await runNight(night, '2026-03-18');

    expect(deliveredTo(outcome, 'letter')).toEqual(['billing@contoso.example']);
    expect(outcome.outbox.map(([, { status }]) => status)).not.toContain('queued');
  });
});
