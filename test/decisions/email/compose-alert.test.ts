import { expect, test } from 'vitest';
import type { KnownBefore } from '../../../shared/decisions/email/alerting.ts';
import { composeAlerts } from '../../../shared/decisions/email/compose-alert.ts';
import { CalendarMonth } from '../../../shared/ledger/calendar-date.ts';
import { CurrencyCode } from '../../../shared/ledger/money.ts';
import { aNight, aNotice, aPolicy } from '../night-builders.ts';

const manager = { accountManager: { email: 'ana@kestrel.example' } };

/** A customer that was looked at before, and spent on a budget in euro. */
const known = {
  budgets: {
    [CurrencyCode.parse('EUR')]: {
      month: CalendarMonth.parse('2026-02'),
      budgetMinorUnits: 100_000,
      toldPercent: 0,
    },
  },
};

/** Who is alerted of a notice, on an otherwise ordinary night. */
const alerted = (
  notice: Record<string, unknown>,
  customer: Record<string, unknown> = manager,
  before: KnownBefore = known,
) =>
  composeAlerts(aNight({ notices: [aNotice(notice)] }, customer), aPolicy(), before).map(
    ({ to }) => to,
  );

test.each([
  { notice: { kind: 'anomaly', stage: 'spike' }, because: 'a spike may be theft' },
  { notice: { kind: 'budget', stage: '100' }, because: 'the budget is spent' },
  { notice: { kind: 'exposure', stage: '100' }, because: 'the credit limit is used up' },
  { notice: { kind: 'refund-clock', stage: '3', isUrgent: true }, because: 'it lapses' },
  { notice: { stage: 'final-notice', letter: 'final-notice' }, because: 'the end is near' },
  { notice: { stage: 'suspension-proposed', letter: undefined }, because: 'it is the last stage' },
])('$notice alerts at once: $because', ({ notice }) => {
  expect(alerted(notice)).toEqual(['ana@kestrel.example']);
});

test.each([
  { notice: { kind: 'budget', stage: '80' }, because: 'there is money left' },
  { notice: { kind: 'exposure', stage: '80' }, because: 'there is credit left' },
  { notice: { stage: 'reminder' }, because: 'the ladder has just begun' },
  { notice: { kind: 'refund-clock', stage: '14' }, because: 'there are two weeks left' },
  { notice: { kind: 'anomaly', tell: ['customer'] }, because: 'it is for no colleague' },
])('$notice waits for the digest: $because', ({ notice }) => {
  expect(alerted(notice)).toEqual([]);
});

/** Who is alerted of a notice about a customer that was never looked at. */
const alertedFirst = (notice: Record<string, unknown>) =>
  composeAlerts(aNight({ notices: [aNotice(notice)] }, manager), aPolicy(), undefined);

test.each([
  { kind: 'dunning', stage: 'final-notice', letter: 'final-notice' },
  { kind: 'dunning', stage: 'suspension-proposed', actions: ['propose-suspension'] },
  { kind: 'exposure', stage: '100' },
  { kind: 'budget', stage: '120' },
])('$kind $stage of before anybody looked is no alert', (notice) => {
  expect(alertedFirst(notice)).toEqual([]);
});

test.each([
  { kind: 'anomaly', stage: 'spike', because: 'it was yesterday' },
  { kind: 'refund-clock', stage: '3', isUrgent: true, because: 'it lapses all the same' },
])('$kind of a customer that was never looked at alerts: $because', (notice) => {
  expect(alertedFirst(notice)).toHaveLength(1);
});

test('a budget that was not known before is no alert, however much was spent of it', () => {
  expect(alerted({ kind: 'budget', stage: '120' }, manager, { budgets: {} })).toEqual([]);
  expect(alerted({ kind: 'exposure', stage: '100' }, manager, { budgets: {} })).toHaveLength(1);
});

test('an account manager without an address is stood in for by the operator', () => {
  expect(alerted({ kind: 'anomaly', stage: 'spike' }, {})).toEqual(['ops@kestrel.example']);
});

test('a colleague who is both hears everything in one e-mail, with high importance', () => {
  const night = aNight({
    notices: [
      aNotice({ key: 'a', kind: 'anomaly', stage: 'spike', tell: ['account-manager'] }),
      aNotice({
        key: 'b',
        stage: 'final-notice',
        letter: 'final-notice',
        tell: ['credit-controller'],
      }),
    ],
  });

  const alerts = composeAlerts(night, aPolicy(), known);

  expect(alerts).toMatchObject([
    { kind: 'alert', to: 'ops@kestrel.example', importance: 'high', customerIds: ['contoso'] },
  ]);
  expect(composeAlerts(night, aPolicy(), known)).toEqual(alerts);
});

test('each colleague reads an alert in their own language', () => {
  const notice = { kind: 'budget', stage: '100', tell: ['account-manager', 'credit-controller'] };
  const accountManager = { email: 'ana@kestrel.example', language: 'nl' };

  const alerts = composeAlerts(
    aNight({ notices: [aNotice(notice)] }, { accountManager }),
    aPolicy(),
    known,
  );

  expect(alerts.map(({ subject }) => subject)).toEqual([
    'Dringend: Contoso budget 100%, 4.200,00 EUR achterstallig',
    'Urgent: Contoso budget 100 %, 4,200.00 EUR overdue',
  ]);
});
