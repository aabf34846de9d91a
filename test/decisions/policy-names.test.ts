import { describe, expect, test } from 'vitest';
import { facts, invoice, policy } from '../builders.ts';
import { becauseOf, lastNight, stageOf, toldOf } from './nights.ts';

const owing = (named: string) => facts({ invoices: [invoice()], customer: { policy: named } });
const stages = [
  { name: 'reminder', afterDays: 3 },
  { name: 'final', afterDays: 10 },
];
const ladder = policy({ stages });
const { next: onFinal } = lastNight(owing('default'), ladder, ['2026-03-11']);

describe('the policy a customer names', () => {
  test('none means never: a stage is cleared and says why', () => {
    const night = lastNight(owing('none'), ladder, ['2026-03-12'], onFinal);

    expect(stageOf(night)).toBeUndefined();
    expect(becauseOf(night)).toBe('policy "none": this customer is never dunned');
    expect(night.events.map(({ kind }) => kind)).toEqual([
      'stage-cleared',
      'episode-ended',
      'notice',
    ]);
    expect(night.night.accounts[0]).toMatchObject({ overdue: 10_000, daysPastDue: 11 });
  });

  test.each(['platinum', 'constructor'])('"%s" is unknown: nothing is decided', (named) => {
    const night = lastNight(owing(named), ladder, ['2026-03-12'], onFinal);
    const because = `policy "${named}" is not in policy.json: nothing is decided until it is`;

    expect(night.next.accounts).toEqual(onFinal.accounts);
    expect(stageOf(night)).toBe('final');
    expect(night.night.suppressed).toMatchObject([
      { key: `C-1|EUR|policy|${named}`, because, waitsFor: 'policy' },
    ]);
    expect(toldOf(night)).toEqual([]);
  });
});

describe('a stage that the policy no longer has', () => {
  const renamed = policy({ stages: [stages[0], { name: 'last-call', afterDays: 10 }] });

  test('is forgotten, and the one in its place is told as a new one', () => {
    const night = lastNight(owing('default'), renamed, ['2026-03-12'], onFinal);

    expect(stageOf(night)).toBe('last-call');
    expect(toldOf(night)).toEqual(['last-call: account-manager']);
    expect(night.next.accounts['EUR']?.told).toEqual(['reminder', 'final', 'last-call']);
  });

  test('says so where the facts name no other', () => {
    const gone = policy({ stages: [{ name: 'much-later', afterDays: 90 }] });
    const night = lastNight(owing('default'), gone, ['2026-03-12'], onFinal);

    expect(becauseOf(night)).toBe(
      'no stage of the policy is named final: within grace: oldest overdue invoice INV-1 is 11 days past due and much-later starts at 90',
    );
  });
});
