import { describe, expect, test } from 'vitest';
import { CustomerState } from '../../../shared/decisions/customer-state.ts';
import { composeLetter } from '../../../shared/decisions/email/compose-letter.ts';
import type { CustomerFacts } from '../../../shared/ledger/customer-facts.ts';
import { arrangement, facts, invoice, payment, policy } from '../../builders.ts';
import { tables, texts } from '../night-builders.ts';
import { lastNight, stageOf } from '../nights.ts';

const stages = [
  { name: 'reminder', afterDays: 3, tell: ['account-manager', 'customer'] },
  { name: 'final', afterDays: 30, tell: ['account-manager', 'customer', 'credit-controller'] },
];
const ladder = policy({ stages });
const old = invoice({ issuedOn: '2026-01-01', dueOn: '2026-02-01' });
const younger = invoice({ invoiceId: 'INV-2', dueOn: '2026-03-01' });
const paid = payment({ minorUnits: 10_000, paidOn: '2026-03-10' });
const recoveries = ({ night }: ReturnType<typeof lastNight>) =>
  night.notices.filter(({ kind }) => kind === 'recovery');
const toldOn = (rows: CustomerFacts, nights: readonly string[], rules = ladder) =>
  recoveries(lastNight(rows, rules, nights)).map(({ tell }) => tell.join(', '));

describe('a stage that falls', () => {
  const rows = facts({ invoices: [old, younger], payments: [paid] });

  test('is told to the colleagues who were told of it, and not to the customer', () => {
    const night = lastNight(rows, ladder, ['2026-03-06', '2026-03-10']);

    expect(stageOf(night)).toBe('reminder');
    expect(recoveries(night)).toMatchObject([
      {
        key: 'C-1|EUR|recovery|1|final|2026-03-10',
        kind: 'recovery',
        currency: 'EUR',
        stage: 'final',
        tell: ['account-manager', 'credit-controller'],
        actions: [],
        because:
          'no longer at final: oldest overdue invoice INV-2 is 9 days past due and reminder starts at 3',
      },
    ]);
    expect(night.writeLetter).toBe(false);
    expect(night.events.map(({ kind }) => kind)).toEqual(['stage-down', 'notice']);
  });

  test('is told once', () => {
    expect(toldOn(rows, ['2026-03-06', '2026-03-10', '2026-03-10'])).toEqual([]);
    expect(toldOn(rows, ['2026-03-06', '2026-03-10', '2026-03-11'])).toEqual([]);
  });

  test('is told again when it fell again', () => {
    const back = payment({ paymentId: 'P-2', minorUnits: -10_000, paidOn: '2026-03-11' });
    const again = payment({ paymentId: 'P-3', minorUnits: 10_000, paidOn: '2026-03-12' });
    const twice = { ...rows, payments: [paid, back, again] };
    const nights = ['2026-03-06', '2026-03-10', '2026-03-11', '2026-03-12'];

    expect(recoveries(lastNight(twice, ladder, nights)).map(({ key }) => key)).toEqual([
      'C-1|EUR|recovery|1|final|2026-03-12',
    ]);
  });

  test('that told nobody is nobody’s news', () => {
    const silent = policy({ stages: stages.map((stage) => ({ ...stage, tell: [] })) });

    expect(toldOn(rows, ['2026-03-06', '2026-03-10'], silent)).toEqual([]);
  });

  test('by invoice, is told when the customer’s stage falls', () => {
    const byInvoice = policy({ stages, scope: 'invoice' });

    expect(toldOn(rows, ['2026-03-06', '2026-03-10'], byInvoice)).toEqual([
      'account-manager, credit-controller',
    ]);
    const [twin] = [invoice({ ...old, invoiceId: 'INV-3' })];
    const still = { ...rows, invoices: [old, twin, younger] };
    expect(toldOn(still, ['2026-03-06', '2026-03-10'], byInvoice)).toEqual([]);
  });
});

describe('a stage that clears', () => {
  const rows = facts({ invoices: [younger] });
  const nights = ['2026-03-04', '2026-03-12'];
  const by = (over: Partial<CustomerFacts>) => ({ ...rows, ...over });
  const agreed = (kind: 'dispute' | 'write-off') => [
    arrangement(kind, { from: '2026-03-10', invoiceId: 'INV-2' }),
  ];
  const credited = invoice({
    ...younger,
    invoiceId: 'CN',
    issuedOn: '2026-03-10',
    minorUnits: -10_000,
    appliesTo: 'INV-2',
  });

  test.each([
    {
      what: 'a payment',
      rows: by({ payments: [{ ...paid, invoiceId: younger.invoiceId }] }),
      told: 'account-manager, customer',
    },
    {
      what: 'an unapplied payment',
      rows: by({ payments: [payment({ minorUnits: 10_000, invoiceId: undefined })] }),
      told: 'account-manager, customer',
    },
    { what: 'a dispute', rows: by({ arrangements: agreed('dispute') }), told: 'account-manager' },
    {
      what: 'a write-off',
      rows: by({ arrangements: agreed('write-off') }),
      told: 'account-manager',
    },
    { what: 'a credit note', rows: by({ invoices: [younger, credited] }), told: 'account-manager' },
    {
      what: 'a part payment and a dispute of the rest',
      rows: by({ payments: [payment({ invoiceId: 'INV-2' })], arrangements: agreed('dispute') }),
      told: 'account-manager',
    },
    { what: 'a source without it', rows: by({ invoices: [] }), told: 'account-manager' },
  ])('by $what is told to $told', ({ rows: after, told }) => {
    const { next } = lastNight(rows, ladder, ['2026-03-04']);
    const night = lastNight(after, ladder, ['2026-03-12'], next);

    expect(stageOf(night)).toBeUndefined();
    expect(recoveries(night).map(({ tell }) => tell.join(', '))).toEqual([told]);
  });

  test('by a change of policy is told to colleagues, not to the customer', () => {
    const { next } = lastNight(rows, ladder, ['2026-03-04']);
    const patient = policy({ stages: [{ name: 'reminder', afterDays: 60 }] });
    const never = { ...rows, customer: { ...rows.customer, policy: 'none' } };

    for (const night of [
      lastNight(rows, patient, ['2026-03-12'], next),
      lastNight(never, ladder, ['2026-03-12'], next),
    ])
      expect(recoveries(night).map(({ tell }) => tell)).toEqual([['account-manager']]);
  });

  test('gives thanks by a letter that asks for nothing', () => {
    const after = by({ payments: [{ ...paid, invoiceId: younger.invoiceId }] });
    const { night, invoices, writeLetter } = lastNight(after, ladder, nights);

    const letter = composeLetter(night, after, invoices, ladder);

    expect(writeLetter).toBe(true);
    expect(night.notices).toMatchObject([{ kind: 'recovery', letter: 'thank-you' }]);
    expect(letter?.subject).toBe('Thank you for your payment to Your reseller');
    expect(tables(letter)).toEqual([]);
    expect(texts(letter)).toContain(
      'Thank you: your payment has reached us. What we last wrote to you about is settled.',
    );
  });

  test('in one currency while another is owed makes one letter of both', () => {
    const dollars = invoice({ invoiceId: 'USD-1', currency: 'USD', dueOn: '2026-03-09' });
    const after = by({
      invoices: [younger, dollars],
      payments: [{ ...paid, invoiceId: younger.invoiceId }],
    });
    const { night, invoices } = lastNight(after, ladder, nights);

    const letter = composeLetter(night, after, invoices, ladder);

    expect(letter?.subject).toBe('Payment reminder from Your reseller: 100.00 USD to pay');
    expect(texts(letter)[1]).toContain('Thank you for your payment in EUR');
  });

  test('before the due date was no alarm, and is no news', () => {
    const courtesy = policy({
      stages: [{ name: 'courtesy', afterDays: -7, tell: ['customer', 'account-manager'] }],
    });
    const early = { ...paid, invoiceId: younger.invoiceId, paidOn: younger.dueOn };

    expect(toldOn(by({ payments: [early] }), ['2026-02-24', '2026-03-01'], courtesy)).toEqual([]);
  });

  test('of a customer without an address is told to colleagues, and the letter given up', () => {
    const after = by({ payments: [{ ...paid, invoiceId: younger.invoiceId }] });
    const { next } = lastNight(rows, ladder, ['2026-03-04']);
    const { billingEmail: _, ...customer } = after.customer;
    const night = lastNight({ ...after, customer }, ladder, ['2026-03-12'], next);

    expect(recoveries(night).map(({ tell }) => tell)).toEqual([['account-manager']]);
    expect(night.night.suppressed).toMatchObject([
      {
        key: 'C-1|EUR|recovery|1|reminder|2026-03-12',
        because: 'the customer has no billing e-mail address',
      },
    ]);
    expect(
      lastNight({ ...after, customer }, ladder, ['2026-03-13'], night.next).night,
    ).toMatchObject({ notices: [], suppressed: [] });
  });
});

describe('a letter of thanks under the contact cap', () => {
  const capped = policy({ stages }, { contact: { minDaysBetween: 10 } });
  const rows = facts({
    invoices: [younger],
    payments: [{ ...paid, invoiceId: younger.invoiceId }],
  });
  const waiting = lastNight(rows, capped, ['2026-03-04', '2026-03-10']);

  test('waits, while colleagues hear at once', () => {
    expect(recoveries(waiting).map(({ tell }) => tell)).toEqual([['account-manager']]);
    expect(waiting.night.suppressed).toMatchObject([
      { key: 'C-1|EUR|recovery|1|reminder|2026-03-10' },
    ]);
    expect(waiting.writeLetter).toBe(false);
  });

  test('leaves on the first night it may, once', () => {
    const released = lastNight(rows, capped, ['2026-03-14'], waiting.next);

    expect(recoveries(released)).toMatchObject([
      { key: 'C-1|EUR|recovery|1|reminder|2026-03-10|letter', tell: ['customer'] },
    ]);
    expect(recoveries(lastNight(rows, capped, ['2026-03-15'], released.next))).toEqual([]);
  });

  test('is forgotten when the customer is on a stage again', () => {
    const relapsed = {
      ...rows,
      invoices: [younger, invoice({ invoiceId: 'INV-3', dueOn: '2026-03-10' })],
    };
    const night = lastNight(relapsed, capped, ['2026-03-14'], waiting.next);

    expect(stageOf(night)).toBe('reminder');
    expect(recoveries(night)).toEqual([]);
    expect(night.next.accounts['EUR']).not.toHaveProperty('recovery');
  });
});

test('a state from before recoveries were told is read, and tells nobody', () => {
  const rows = facts({
    invoices: [younger],
    payments: [{ ...paid, invoiceId: younger.invoiceId }],
  });
  const before = lastNight(rows, ladder, ['2026-03-04']).next;
  const { heard: _, startedOn: __, ...account } = before.accounts['EUR'] ?? {};
  const stored = JSON.parse(JSON.stringify({ ...before, accounts: { EUR: account } }));

  const night = lastNight(rows, ladder, ['2026-03-12'], CustomerState.parse(stored));

  expect(stageOf(night)).toBeUndefined();
  expect(recoveries(night)).toEqual([]);
});
