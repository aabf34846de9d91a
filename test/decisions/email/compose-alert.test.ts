import { expect, test } from 'vitest';
import { composeAlerts } from '../../../shared/decisions/email/compose-alert.ts';
import { aNight, aNotice, aPolicy } from '../night-builders.ts';

const manager = { accountManager: { email: 'ana@kestrel.example' } };

/** Who is alerted of a notice, on an otherwise ordinary night. */
const alerted = (notice: Record<string, unknown>, customer: Record<string, unknown> = manager) =>
  composeAlerts(aNight({ notices: [aNotice(notice)] }, customer), aPolicy()).map(({ to }) => to);

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

  const alerts = composeAlerts(night, aPolicy());

  expect(alerts).toMatchObject([
    { kind: 'alert', to: 'ops@kestrel.example', importance: 'high', customerIds: ['contoso'] },
  ]);
  expect(composeAlerts(night, aPolicy())).toEqual(alerts);
});

test('each colleague reads an alert in their own language', () => {
  const notice = { kind: 'budget', stage: '100', tell: ['account-manager', 'credit-controller'] };
  const accountManager = { email: 'ana@kestrel.example', language: 'nl' };

  const alerts = composeAlerts(
    aNight({ notices: [aNotice(notice)] }, { accountManager }),
    aPolicy(),
  );

  expect(alerts.map(({ subject }) => subject)).toEqual([
    'Dringend: Contoso budget 100 %, 4.200,00 EUR te laat',
    'Urgent: Contoso budget 100 %, 4,200.00 EUR overdue',
  ]);
});
