import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deliveredOnItsNight, replay } from '../../../local/simulate/replay.ts';
import { simulatedLines } from '../../../local/simulate/simulated-line.ts';
import type { Delivered } from '../../../shared/decisions/circumstances.ts';
import { NEW_CUSTOMER } from '../../../shared/decisions/customer-state.ts';
import { decideCustomer } from '../../../shared/decisions/decide-customer.ts';
import { addDays } from '../../../shared/ledger/calendar-date.ts';
import { anyDay, anyFacts, anyPolicy } from '../../arbitraries.ts';
import { day, facts, invoice, policy } from '../../builders.ts';

const nightsFrom = (first: string, count: number) =>
  Array.from({ length: count }, (_, at) => addDays(day(first), at));

describe('replay', () => {
  test('replaying nights is deciding them one by one, each from the state of the one before', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, anyDay, (facts, policy, first) => {
        const days = nightsFrom(first, 20);

        const replayed = [...replay(facts, days, policy)];

        let state = NEW_CUSTOMER;
        let delivered: Delivered = {};
        for (const [at, asOf] of days.entries()) {
          const circumstances = { holdStages: undefined, delivered };
          const decision = decideCustomer(facts, state, policy, asOf, circumstances);
          expect(replayed[at]).toStrictEqual(decision);
          state = decision.next;
          delivered = { ...delivered, ...deliveredOnItsNight(decision) };
        }
      }),
      { numRuns: 50 },
    );
  });

  test('a reminder is told on the night it is reached and on no other', () => {
    const nights = replay(facts({ invoices: [invoice()] }), nightsFrom('2026-03-01', 9), policy());

    const told = [...nights].flatMap(({ night }) => night.notices.map(() => night.asOf));
    expect(told).toEqual(['2026-03-04']);
  });

  test('nights that are left out are not made up for', () => {
    const oneStep = policy({
      progression: 'one-step',
      stages: [
        { name: 'first', afterDays: 1 },
        { name: 'second', afterDays: 2 },
      ],
    });
    const owing = facts({ invoices: [invoice()] });

    const nights = replay(owing, [day('2026-03-31'), day('2026-04-30')], oneStep);

    expect([...nights].map(({ night }) => night.accounts[0]?.stage)).toEqual(['first', 'second']);
  });
});

describe('simulatedLines', () => {
  const linesOn = (asOf: string, ...rows: Parameters<typeof facts>) =>
    [...replay(facts(...rows), [day(asOf)], policy())].flatMap((decision) =>
      simulatedLines(decision),
    );

  test('a customer has a line per currency, each with its own invoices', () => {
    const invoices = [
      invoice({ currency: 'JPY', minorUnits: 1_200 }),
      invoice({ invoiceId: 'INV-2', currency: 'KWD', minorUnits: 1_234 }),
    ];

    const lines = linesOn('2026-03-04', { invoices });

    expect(lines.map(({ currency, open, invoices }) => [currency, open, invoices])).toEqual([
      ['JPY', '1200', [{ invoiceId: 'INV-1', open: '1200', daysPastDue: 3, stage: null }]],
      ['KWD', '1.234', [{ invoiceId: 'INV-2', open: '1.234', daysPastDue: 3, stage: null }]],
    ]);
  });

  test('a customer who has no account yet has no line', () => {
    expect(linesOn('2026-01-31', { invoices: [invoice()] })).toEqual([]);
  });
});
