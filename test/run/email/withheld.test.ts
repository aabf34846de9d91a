import { describe, expect, test } from 'vitest';
import type { CustomerFacts } from '../../../shared/ledger/customer-facts.ts';
import { arrangement, payment } from '../../builders.ts';
import { nightInMemory } from '../in-memory/night.ts';
import { deliveredTo, outcomeOf } from '../outcome.ts';
import { owes } from '../portfolio.ts';
import { runNight, startNight } from '../run-night.ts';
import { workOnce, workUntilEmpty } from '../worker.ts';

type Rows = Partial<Omit<CustomerFacts, 'customer'>>;

/** Decides on a letter on the 17th that stays queued while the facts of the 18th come in. */
async function letterSentADayLate(rows: Rows) {
  const night = nightInMemory();
  night.world.customers = [owes('contoso', '2026-02-20')];
  const { memory, needs } = night;
  await startNight(needs);
  while (memory.messages.some(({ job }) => job.queue !== 'send-email')) {
    const next = memory.messages.findIndex(({ job }) => job.queue !== 'send-email');
    await workOnce(memory, needs, next);
  }
  const letters = memory.messages.splice(0);

  night.world.customers = [owes('contoso', '2026-02-20', rows)];
  night.world.newestAt = new Date('2026-03-18T00:00:00Z');
  await runNight(night, '2026-03-18');
  const beforehand = deliveredTo(await outcomeOf(night), 'letter').length;
  memory.messages.push(...letters);
  await workUntilEmpty(memory, needs);
  return { outcome: await outcomeOf(night), beforehand };
}

const onPromise = { from: '2026-03-18', until: '2026-03-31' };

describe('a letter that waited while the world went on', () => {
  test.each<{ what: string; rows: Rows; because: RegExp }>([
    {
      what: 'paid',
      rows: { payments: [payment({ invoiceId: 'INV-contoso', minorUnits: 10_000 })] },
      because: /./,
    },
    {
      what: 'held',
      rows: { arrangements: [arrangement('hold', { from: '2026-03-18' })] },
      because: /hold from 2026-03-18 is in force/,
    },
    {
      what: 'promised',
      rows: { arrangements: [arrangement('promise', onPromise)] },
      because: /promise from 2026-03-18 is in force/,
    },
    {
      what: 'disputed',
      rows: { arrangements: [arrangement('dispute', { invoiceId: 'INV-contoso' })] },
      because: /./,
    },
    {
      what: 'written off',
      rows: { arrangements: [arrangement('write-off', { invoiceId: 'INV-contoso' })] },
      because: /./,
    },
  ])('is withheld with its reason when its invoice was $what since', async ({ rows, because }) => {
    const { outcome } = await letterSentADayLate(rows);

    expect(deliveredTo(outcome, 'letter')).toEqual([]);
    const letters = outcome.outbox.filter(([, { email }]) => email.kind === 'letter');
    expect(letters).toMatchObject([[expect.anything(), { status: 'suppressed' }]]);
    expect(letters[0]?.[1].because).toMatch(because);
  });

  test.each<{ what: string; rows: Rows }>([
    { what: 'nothing was paid', rows: {} },
    {
      what: 'a part was paid',
      rows: { payments: [payment({ invoiceId: 'INV-contoso', minorUnits: 4_000 })] },
    },
    {
      what: 'a hold has ended again',
      rows: {
        arrangements: [arrangement('hold', { from: '2026-03-17', until: '2026-03-18' })],
      },
    },
  ])('is sent when $what', async ({ rows }) => {
    const { outcome } = await letterSentADayLate(rows);

    expect(deliveredTo(outcome, 'letter')).toEqual(['billing@contoso.example']);
  });

  test('is sent by the next night when its own message never comes back', async () => {
    const { beforehand } = await letterSentADayLate({});

    expect(beforehand).toBe(1);
  });
});
