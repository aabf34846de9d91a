import { describe, expect, test } from 'vitest';
import { facts, invoice, payment, policy } from '../../builders.ts';
import { becauseOf, lastNight, stageOf, toldOf } from '../nights.ts';

const both = ['account-manager', 'customer'];
const reminder = { name: 'reminder', afterDays: 3, tell: both };
const second = { name: 'second', afterDays: 10, tell: both };
const final = { name: 'final', afterDays: 21, tell: both };
const stages = [reminder, second, final];
const ladder = policy({ stages });
const owing = facts({ invoices: [invoice()] });
/** Told of the reminder, then of the second stage. */
const onSecond = lastNight(owing, ladder, ['2026-03-04', '2026-03-11']).next;
const nextNight = (changed: typeof ladder, night = '2026-03-12', state = onSecond) =>
  lastNight(owing, changed, [night], state);

describe('on the first night after the policy changed', () => {
  test.each([
    {
      what: 'a stage added below the one reached',
      stages: [reminder, { name: 'call', afterDays: 7 }, second, final],
      stage: 'second',
      told: [],
    },
    {
      what: 'a stage added above it, whose day has come',
      stages: [reminder, second, { name: 'urgent', afterDays: 11 }, final],
      stage: 'urgent',
      told: ['urgent: account-manager'],
    },
    { what: 'the stage removed', stages: [reminder, final], stage: 'reminder', told: [] },
    {
      what: 'the stage renamed',
      stages: [reminder, { ...second, name: 'urgent' }, final],
      stage: 'urgent',
      told: ['urgent: account-manager, customer'],
    },
    {
      what: 'two stages in another order',
      stages: [{ ...second, afterDays: 3 }, { ...reminder, afterDays: 10 }, final],
      stage: 'reminder',
      told: [],
    },
    {
      what: 'its days made more',
      stages: [reminder, { ...second, afterDays: 15 }, final],
      stage: 'reminder',
      told: ['no longer second: account-manager'],
    },
    {
      what: 'the days of the next made fewer',
      stages: [reminder, second, { ...final, afterDays: 11 }],
      stage: 'final',
      told: ['final: account-manager, customer'],
    },
    {
      what: 'nobody told of what comes next',
      stages: [reminder, second, { ...final, afterDays: 11, tell: [] }],
      stage: 'final',
      told: [],
    },
    {
      what: 'no stage left',
      stages: [],
      stage: undefined,
      told: ['no longer second: account-manager'],
    },
  ])('with $what it is $stage, and $told is told', ({ stages, stage, told }) => {
    const night = nextNight(policy({ stages }));

    expect(stageOf(night)).toBe(stage);
    expect(toldOf(night)).toEqual(told);
    expect(toldOf(nextNight(policy({ stages }), '2026-03-13', night.next))).toEqual([]);
  });

  test('a customer is never thanked for it', () => {
    expect(nextNight(policy({ stages: [] })).writeLetter).toBe(false);
  });

  test('the reason says that the stage is gone', () => {
    const gone = nextNight(policy({ stages: [{ ...final, name: 'much-later', afterDays: 90 }] }));

    expect(becauseOf(gone)).toMatch(/^no stage of the policy is named second: within grace/);
  });

  test('a stage taken out and put back in the same episode is not told again', () => {
    const without = nextNight(policy({ stages: [reminder, final] }));
    const back = nextNight(ladder, '2026-03-13', without.next);

    expect(stageOf(back)).toBe('second');
    expect(toldOf(back)).toEqual([]);
  });

  test('days that a stage follows on another count from when that one was entered', () => {
    const following = [reminder, second, { ...final, afterDays: 4, since: 'previous-stage' }];
    const changed = policy({ stages: following });

    expect(stageOf(nextNight(changed, '2026-03-14'))).toBe('second');
    expect(stageOf(nextNight(changed, '2026-03-15'))).toBe('final');
  });

  test('a letter that waits is forgotten with its stage', () => {
    const capped = { contact: { minDaysBetween: 9 } };
    const { next } = lastNight(owing, policy({ stages }, capped), ['2026-03-04', '2026-03-11']);
    const renamed = [reminder, { ...second, name: 'urgent', tell: ['account-manager'] }, final];
    const night = nextNight(policy({ stages: renamed }, capped), '2026-03-13', next);

    expect(toldOf(night)).toEqual(['urgent: account-manager']);
    expect(night.next.accounts['EUR']).not.toHaveProperty('lettersWaiting');
  });
});

describe('a customer who names another ladder', () => {
  const strict = { stages: [reminder, { ...second, name: 'lawyer' }] };
  const two = policy({ stages }, { dunning: { default: { stages }, strict } });
  const named = (name: string) => ({ ...owing, customer: { ...owing.customer, policy: name } });

  test('keeps what was told under a name that both have', () => {
    const { next } = lastNight(owing, two, ['2026-03-04']);
    const moved = lastNight(named('strict'), two, ['2026-03-05'], next);

    expect(stageOf(moved)).toBe('reminder');
    expect(toldOf(moved)).toEqual([]);
  });

  test('is told of a name that only the new one has, and not again after coming back', () => {
    const moved = lastNight(named('strict'), two, ['2026-03-12'], onSecond);
    const back = lastNight(owing, two, ['2026-03-13'], moved.next);

    expect(toldOf(moved)).toEqual(['lawyer: account-manager, customer']);
    expect(stageOf(back)).toBe('second');
    expect(toldOf(back)).toEqual([]);
  });

  test('none ends the episode: coming back is a lapse of its own', () => {
    const never = lastNight(named('none'), two, ['2026-03-12'], onSecond);
    const back = lastNight(owing, two, ['2026-03-13'], never.next);

    expect(never.next.accounts['EUR']).toMatchObject({ episode: 1, inEpisode: false });
    expect(back.night.notices.map(({ key }) => key)).toEqual(['C-1|EUR|dunning|second|2']);
  });

  test('one that is unknown leaves all as it was until it is there', () => {
    const unknown = lastNight(named('typo'), two, ['2026-03-12'], onSecond);

    expect(unknown.next.accounts).toEqual(onSecond.accounts);
    expect(toldOf(lastNight(owing, two, ['2026-03-13'], unknown.next))).toEqual([]);
  });
});

describe('another scope', () => {
  const byInvoice = policy({ stages, scope: 'invoice' });
  const young = invoice({ invoiceId: 'INV-2', dueOn: '2026-03-08' });
  const rows = facts({ invoices: [invoice(), young] });
  const stagesIn = (night: ReturnType<typeof lastNight>) =>
    night.invoices.map(({ invoiceId, stage }) => `${invoiceId} ${stage}`);
  const before = lastNight(rows, ladder, ['2026-03-04', '2026-03-11']).next;

  test('invoice: each starts from where the customer stood and comes down to its own days', () => {
    const night = lastNight(rows, byInvoice, ['2026-03-12'], before);

    expect(stagesIn(night)).toEqual(['INV-1 second', 'INV-2 reminder']);
    expect(stageOf(night)).toBe('second');
    expect(toldOf(night)).toEqual([]);
  });

  test('invoice: with one step a night none steps up anew', () => {
    const oneStep = policy({ stages, scope: 'invoice', progression: 'one-step' });

    expect(stagesIn(lastNight(rows, oneStep, ['2026-03-12'], before))).toEqual([
      'INV-1 second',
      'INV-2 reminder',
    ]);
  });

  test('invoice: what comes later is told of each', () => {
    const { next } = lastNight(rows, byInvoice, ['2026-03-12'], before);
    const later = lastNight(rows, byInvoice, ['2026-03-18'], next);

    expect(later.night.notices.map(({ key }) => key)).toEqual(['C-1|EUR|dunning|second|1|INV-2']);
  });

  test('customer: it stands where the highest stood, and nobody is told again', () => {
    const { next } = lastNight(rows, byInvoice, ['2026-03-04', '2026-03-11']);
    const night = lastNight(rows, ladder, ['2026-03-12'], next);

    expect(stageOf(night)).toBe('second');
    expect(toldOf(night)).toEqual([]);
    expect(night.next.accounts['EUR']?.invoices).toEqual({});
    expect(night.next.accounts['EUR']?.enteredOn['second']).toBe('2026-03-11');
  });

  test.each([
    { from: 'customer', to: 'invoice' },
    { from: 'invoice', to: 'customer' },
  ])('from $from to $to letters delivered before are delivered still', ({ from, to }) => {
    const requiring = [
      ...stages,
      { name: 'suspension', afterDays: 30, requires: { stage: 'final', deliveredDaysAgo: 7 } },
    ];
    const scoped = (scope: string) => policy({ stages: requiring, scope });
    const written = lastNight(owing, scoped(from), ['2026-03-22']);
    const delivered = Object.fromEntries(
      written.night.notices.map(({ key }) => [key, written.night.asOf]),
    );

    const night = lastNight(owing, scoped(to), ['2026-03-31'], written.next, delivered);

    expect(stageOf(night)).toBe('suspension');
  });

  test('a letter that waits goes on waiting', () => {
    const capped = { contact: { minDaysBetween: 9 } };
    const nights = ['2026-03-04', '2026-03-11'];
    const waiting = lastNight(owing, policy({ stages }, capped), nights);
    const changed = policy({ stages, scope: 'invoice' }, capped);

    expect(toldOf(lastNight(owing, changed, ['2026-03-13'], waiting.next))).toEqual([
      'second: customer',
    ]);
  });

  test('what was paid since is told as a fall', () => {
    const paid = payment({ minorUnits: 10_000, paidOn: '2026-03-12' });
    const night = lastNight({ ...rows, payments: [paid] }, byInvoice, ['2026-03-12'], before);

    expect(stageOf(night)).toBe('reminder');
    expect(toldOf(night)).toEqual(['no longer second: account-manager']);
  });
});
