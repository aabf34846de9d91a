import fc from 'fast-check';
import type { Arrangement } from '../shared/ledger/arrangement.ts';
import { addDays } from '../shared/ledger/calendar-date.ts';
import type { CustomerFacts } from '../shared/ledger/customer-facts.ts';
import type { Invoice } from '../shared/ledger/invoice.ts';
import type { Policy } from '../shared/policy/policy.ts';
import { arrangement, budget, day, facts, invoice, payment, policy, spend } from './builders.ts';

const FIRST = day('2026-01-01');

/** A day of the first months of 2026, where invoices, payments and nights meet. */
export const anyDay = fc.integer({ min: 0, max: 100 }).map((days) => addDays(FIRST, days));

const currency = fc.constantFrom('EUR', 'EUR', 'JPY');
const invoiceIds = ['A', 'B', 'C', 'D', 'E', 'F'];
const invoiceId = fc.constantFrom(...invoiceIds);
const maybeInvoice = fc.option(invoiceId, { nil: undefined });

/** An ordinary invoice, or now and then a credit note or one over nothing. */
const anyInvoice = (id: string): fc.Arbitrary<Invoice> =>
  fc
    .record({
      issuedOn: anyDay,
      term: fc.integer({ min: 0, max: 45 }),
      minorUnits: fc.oneof(
        { weight: 4, arbitrary: fc.integer({ min: 1, max: 20_000 }) },
        { weight: 1, arbitrary: fc.integer({ min: -8_000, max: 0 }) },
      ),
      currency,
      appliesTo: maybeInvoice,
    })
    .map(({ term, ...row }) =>
      invoice({ ...row, invoiceId: id, dueOn: addDays(row.issuedOn, term) }),
    );

const anyPayment = fc.record({
  paidOn: anyDay,
  minorUnits: fc.integer({ min: -6_000, max: 20_000 }),
  currency,
  invoiceId: maybeInvoice,
});

/** It pays an invoice in full some days after it was due, and now and then that bounces. */
const anySettlement = fc.record({
  at: fc.nat({ max: invoiceIds.length - 1 }),
  late: fc.integer({ min: -3, max: 30 }),
  bouncesAfter: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
});

type Settlement = typeof anySettlement extends fc.Arbitrary<infer Value> ? Value : never;

function paymentsOf(invoices: readonly Invoice[], settled: readonly Settlement[]) {
  return settled.flatMap(({ at, late, bouncesAfter }) => {
    const { invoiceId, currency, minorUnits, dueOn } = invoices[at] ?? {};
    if (invoiceId === undefined || minorUnits === undefined || minorUnits <= 0) return [];
    const row = { invoiceId, currency, minorUnits, paidOn: addDays(day(`${dueOn}`), late) };
    if (bouncesAfter === undefined) return [row];
    const bouncedOn = addDays(row.paidOn, bouncesAfter);
    return [row, { ...row, minorUnits: -minorUnits, paidOn: bouncedOn }];
  });
}

const anyArrangement: fc.Arbitrary<Arrangement> = fc
  .record({
    kind: fc.constantFrom('dispute', 'hold', 'promise', 'promise', 'write-off'),
    from: anyDay,
    days: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
    minorUnits: fc.option(fc.integer({ min: 1, max: 15_000 }), { nil: undefined }),
    currency,
    invoiceId: maybeInvoice,
  })
  .map(({ kind, days, ...row }) =>
    arrangement(kind, { ...row, until: days === undefined ? undefined : addDays(row.from, days) }),
  );

/** A customer with everything a source may say about one. */
export const anyFacts: fc.Arbitrary<CustomerFacts> = fc
  .record({
    invoices: fc.tuple(...invoiceIds.map(anyInvoice)),
    payments: fc.array(anyPayment, { maxLength: 4 }),
    settled: fc.uniqueArray(anySettlement, { maxLength: 6, selector: ({ at }) => at }),
    arrangements: fc.array(anyArrangement, { maxLength: 4 }),
    spend: fc.array(fc.tuple(anyDay, fc.integer({ min: -500, max: 3_000 })), { maxLength: 8 }),
    budgets: fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 2 }),
    billingEmail: fc.constantFrom('billing@contoso.example', undefined),
    tags: fc.subarray(['key', 'public']),
    country: fc.constantFrom(undefined, 'NL'),
  })
  .map(({ payments, settled, spend: spends, budgets, billingEmail, tags, country, ...rows }) =>
    facts({
      ...rows,
      customer: { billingEmail, tags, country },
      payments: [...payments, ...paymentsOf(rows.invoices, settled)].map((row, at) =>
        payment({ ...row, paymentId: `PAY-${at}` }),
      ),
      spend: spends.map(([date, minorUnits]) => spend(date, minorUnits)),
      budgets: budgets.map((amount, at) => budget(amount, { from: `2026-0${at + 1}` })),
    }),
  );

const mostly = <Value>(usual: Value, other: Value): fc.Arbitrary<Value> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constant(other) },
  );

const anyStage = fc.record({
  gap: fc.integer({ min: 0, max: 12 }),
  since: fc.constantFrom('basis', 'basis', 'previous-stage'),
  endOfMonth: fc.boolean(),
  repeatEveryDays: fc.constantFrom(undefined, undefined, 3, 10),
  repeatAtMost: fc.constantFrom(1, 2, 12),
  requiresDays: fc.constantFrom(undefined, undefined, 0, 6),
  tell: fc.oneof(
    fc.constant(['account-manager', 'customer', 'credit-controller']),
    fc.subarray(['account-manager', 'customer', 'credit-controller']),
  ),
  when: fc.record({
    overdueAtLeast: mostly({}, { EUR: '50' }),
    overdueInvoicesAtLeast: mostly(0, 2),
    tags: mostly<string[]>([], ['key']),
    withoutTags: mostly<string[]>([], ['public']),
  }),
});

/** As in policy.json: a ladder of up to four stages, its knobs turned any way, and the contact cap. */
export const anyPolicyRules = fc
  .record({
    scope: fc.constantFrom('customer', 'invoice'),
    basis: fc.constantFrom('due-date', 'invoice-date'),
    boundary: fc.constantFrom('inclusive', 'strict'),
    graceDays: fc.constantFrom(0, 0, 3),
    progression: fc.constantFrom('most-severe', 'one-step'),
    credits: fc.constantFrom('apply-oldest', 'ignore'),
    tolerance: fc.constantFrom({}, { EUR: '20', JPY: '500' }),
    promises: fc.record({
      toleranceDays: fc.constantFrom(0, 4),
      whenBroken: fc.constantFrom('tell', 'raise-stage'),
    }),
    first: fc.integer({ min: -5, max: 5 }),
    stages: fc.array(anyStage, { minLength: 1, maxLength: 4 }),
    aging: fc.record({ basis: fc.constantFrom('due-date', 'invoice-date') }),
    minDaysBetween: fc.constantFrom(0, 5),
    workingDaysOnly: fc.boolean(),
  })
  .map(({ first, stages, aging, minDaysBetween, workingDaysOnly, ...knobs }) => {
    let afterDays = first;
    const ladder = stages.map(({ gap, requiresDays, ...stage }, at) => {
      const since = at === 0 ? 'basis' : stage.since;
      afterDays += gap;
      const days = since === 'basis' ? afterDays : gap;
      const letterOf = stages.findLastIndex(({ tell }, each) => each < at && writes(tell));
      return {
        ...stage,
        since,
        name: `stage-${at}`,
        afterDays: days,
        repeatEveryDays: stage.tell.length === 0 ? undefined : stage.repeatEveryDays,
        requires:
          letterOf < 0 || requiresDays === undefined
            ? undefined
            : { stage: `stage-${letterOf}`, deliveredDaysAgo: requiresDays },
      };
    });
    const contact = { minDaysBetween, workingDaysOnly };
    return { dunning: { default: { ...knobs, stages: ladder } }, aging, contact };
  });

export const anyPolicy: fc.Arbitrary<Policy> = anyPolicyRules.map(({ dunning, ...rest }) =>
  policy(dunning.default, rest),
);

const writes = (tell: readonly string[]): boolean => tell.includes('customer');
