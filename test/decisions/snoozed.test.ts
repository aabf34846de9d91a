import { describe, expect, test } from 'vitest';
import { NEW_CUSTOMER } from '../../shared/decisions/customer-state.ts';
import { composeAlerts } from '../../shared/decisions/email/compose-alert.ts';
import { arrangement, day, facts, invoice, policy } from '../builders.ts';
import { lastNight, nightsOn, toldOf } from './nights.ts';

const LADDER = policy({
  stages: [
    { name: 'reminder', afterDays: 3, tell: ['account-manager', 'customer'] },
    { name: 'final-notice', afterDays: 10, tell: ['account-manager'] },
  ],
});

/** The credit controller and the account manager are one person, or share a mailbox. */
const SHARED = policy(
  {
    stages: [
      { name: 'final-notice', afterDays: 10, tell: ['account-manager', 'credit-controller'] },
    ],
  },
  { reseller: { operatorEmail: 'anna@kestrel.example' } },
);

const owing = (until: string) =>
  facts({
    invoices: [invoice({ dueOn: '2026-03-01' })],
    arrangements: [arrangement('snooze', { from: '2026-03-01', until })],
  });

const NIGHTS = ['2026-03-04', '2026-03-11', '2026-03-12', '2026-03-13'].map(day);

describe('a snooze', () => {
  test('keeps news from the account manager until its day, and then tells all of it', () => {
    const nights = nightsOn(owing('2026-03-12'), LADDER, NIGHTS);

    expect(nights.map(toldOf)).toEqual([
      ['reminder: customer'],
      ['final-notice: '],
      ['reminder: account-manager', 'final-notice: account-manager'],
      [],
    ]);
  });

  test('leaves stages and letters as they are', () => {
    const snoozed = nightsOn(owing('2026-03-31'), LADDER, NIGHTS);
    const awake = nightsOn({ ...owing('2026-03-31'), arrangements: [] }, LADDER, NIGHTS);

    const stages = (nights: typeof snoozed) => nights.map(({ night }) => night.accounts);
    expect(stages(snoozed)).toEqual(stages(awake));
    expect(snoozed.map(({ writeLetter }) => writeLetter)).toEqual(
      awake.map(({ writeLetter }) => writeLetter),
    );
  });

  test('that is over alerts nobody of what others were alerted of at once', () => {
    const nights = nightsOn(owing('2026-03-12'), SHARED, NIGHTS);

    expect(nights.map(toldOf)).toEqual([
      [],
      ['final-notice: credit-controller'],
      ['final-notice: account-manager'],
      [],
    ]);
    expect(nights.map(({ night }) => composeAlerts(night, SHARED, NEW_CUSTOMER).length)).toEqual([
      0, 1, 0, 0,
    ]);
  });

  test('that is over tells once: the same night decided again says nothing', () => {
    const nights = ['2026-03-04', '2026-03-12', '2026-03-12'];

    expect(toldOf(lastNight(owing('2026-03-12'), LADDER, nights))).toEqual([]);
  });
});
