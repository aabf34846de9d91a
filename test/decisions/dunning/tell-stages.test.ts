import { describe, expect, test } from 'vitest';
import { arrangement, facts, invoice, payment, policy } from '../../builders.ts';
import { lastNight, stageOf, toldOf } from '../nights.ts';

const everyone = ['account-manager', 'customer'];
const stages = [
  { name: 'reminder', afterDays: 3, tell: everyone },
  { name: 'second', afterDays: 10, tell: everyone, letter: 'second-notice', actions: ['call'] },
  { name: 'silent', afterDays: 20, tell: [] },
];
const ladder = policy({ stages });
const owing = facts({ invoices: [invoice()] });

describe('a stage reached', () => {
  test('is told with its key, its letter, its actions and its reason', () => {
    const { night, writeLetter, next } = lastNight(owing, ladder, ['2026-03-11']);

    expect(night.notices).toMatchObject([
      {
        key: 'C-1|EUR|dunning|second|1',
        kind: 'dunning',
        currency: 'EUR',
        stage: 'second',
        tell: ['account-manager', 'customer'],
        letter: 'second-notice',
        actions: ['call'],
        because: 'oldest overdue invoice INV-1 is 10 days past due and second starts at 10',
      },
    ]);
    expect(writeLetter).toBe(true);
    expect(next.lastLetterOn).toBe('2026-03-11');
  });

  test('is not told again, nor is what it passed over', () => {
    expect(toldOf(lastNight(owing, ladder, ['2026-03-11', '2026-03-12']))).toEqual([]);

    const paid = payment({ minorUnits: 10_000, paidOn: '2026-03-12' });
    const invoices = [invoice(), invoice({ invoiceId: 'INV-2', dueOn: '2026-03-08' })];
    const down = lastNight(facts({ invoices, payments: [paid] }), ladder, [
      '2026-03-11',
      '2026-03-12',
    ]);
    expect(stageOf(down)).toBe('reminder');
    expect(toldOf(down)).toEqual(['no longer second: account-manager']);
  });

  test('that it had fallen below is listed with the reason why nobody is told of it', () => {
    const paid = payment({ minorUnits: 10_000, paidOn: '2026-03-12' });
    const invoices = [invoice(), invoice({ invoiceId: 'INV-2', dueOn: '2026-03-08' })];
    const rows = facts({ invoices, payments: [paid] });
    const nights = ['2026-03-11', '2026-03-12', '2026-03-17', '2026-03-18', '2026-03-19'];
    const on = (night: number) => lastNight(rows, ladder, nights.slice(0, night + 1)).night;

    expect([0, 1, 2, 3, 4].map((night) => on(night).accounts[0]?.stage)).toEqual([
      ...['second', 'reminder', 'reminder', 'second', 'second'],
    ]);
    expect(on(3)).toMatchObject({
      notices: [],
      suppressed: [
        { key: 'C-1|EUR|dunning|second|1', because: 'second was told earlier in this episode' },
      ],
    });
    expect(on(4)).toMatchObject({ notices: [], suppressed: [] });
  });

  test('that tells nobody makes no notice', () => {
    const { night, writeLetter } = lastNight(owing, ladder, ['2026-03-21']);

    expect(night).toMatchObject({ notices: [], suppressed: [] });
    expect(writeLetter).toBe(false);
  });

  test('in two currencies is two notices and one letter', () => {
    const invoices = [invoice(), invoice({ invoiceId: 'INV-2', currency: 'USD' })];
    const { night, writeLetter } = lastNight(facts({ invoices }), ladder, ['2026-03-04']);

    expect(night.notices.map(({ key }) => key)).toEqual([
      'C-1|EUR|dunning|reminder|1',
      'C-1|USD|dunning|reminder|1',
    ]);
    expect(writeLetter).toBe(true);
  });
});

describe('an episode', () => {
  const paid = payment({ minorUnits: 10_000, paidOn: '2026-03-06' });
  const relapse = invoice({ invoiceId: 'INV-2', issuedOn: '2026-03-06', dueOn: '2026-04-05' });
  const rows = facts({ invoices: [invoice(), relapse], payments: [paid] });

  test('starts with the first overdue day, before any stage', () => {
    const { next, events } = lastNight(owing, ladder, ['2026-03-02']);

    expect(next.accounts['EUR']).toMatchObject({ episode: 1, inEpisode: true });
    expect(events.map(({ kind }) => kind)).toEqual(['episode-started']);
  });

  test('ends when nothing is overdue, and forgets what was told', () => {
    const { next, events } = lastNight(rows, ladder, ['2026-03-04', '2026-03-06']);

    expect(next.accounts['EUR']).toEqual({
      enteredOn: {},
      told: [],
      episode: 1,
      inEpisode: false,
      invoices: {},
    });
    expect(events.map(({ kind }) => kind)).toEqual(['stage-cleared', 'episode-ended', 'notice']);
  });

  test('a second lapse is told again, under its own number', () => {
    const { night } = lastNight(rows, ladder, ['2026-03-04', '2026-03-06', '2026-04-08']);

    expect(night.notices.map(({ key }) => key)).toEqual(['C-1|EUR|dunning|reminder|2']);
  });

  test.each([
    { dueOn: '2026-03-06', number: 2, because: 'what is due today is not overdue: it had ended' },
    { dueOn: '2026-03-05', number: 1, because: 'a day past due it had not' },
  ])('after a payment on 2026-03-06 what is due $dueOn is of episode $number: $because', (row) => {
    const next = invoice({ invoiceId: 'INV-2', dueOn: row.dueOn });
    const nights = ['2026-03-04', '2026-03-06', '2026-03-16'];
    const { night } = lastNight({ ...rows, invoices: [invoice(), next] }, ladder, nights);

    expect(night.notices.map(({ key }) => key)).toEqual([`C-1|EUR|dunning|second|${row.number}`]);
  });

  test('an account whose invoices are gone from the facts is cleared', () => {
    const { next } = lastNight(owing, ladder, ['2026-03-04']);
    const { night } = lastNight(facts(), ladder, ['2026-03-05'], next);

    expect(night.accounts).toMatchObject([
      { from: 'reminder', open: 0, because: 'no longer at reminder: nothing is open' },
    ]);
    expect(night.accounts[0]?.stage).toBeUndefined();
  });

  test('a customer who never owed anything leaves nothing to remember', () => {
    expect(lastNight(owing, ladder, ['2026-02-15']).next.accounts).toEqual({});
  });
});

describe('a letter that may not leave', () => {
  const capped = policy({ stages }, { contact: { minDaysBetween: 8 } });

  test('waits for the contact cap, while the account manager is told at once', () => {
    const { night, writeLetter, events } = lastNight(owing, capped, ['2026-03-04', '2026-03-11']);

    expect(night.notices).toMatchObject([{ stage: 'second', tell: ['account-manager'] }]);
    expect(night.notices[0]).not.toHaveProperty('letter');
    expect(night.suppressed).toMatchObject([
      {
        key: 'C-1|EUR|dunning|second|1',
        because: 'the last letter left on 2026-03-04 and the next may leave 8 days after it',
      },
    ]);
    expect(writeLetter).toBe(false);
    expect(events.map(({ kind }) => kind)).toContain('letter-suppressed');
  });

  test('leaves on the first night it may, to the customer only', () => {
    const released = lastNight(owing, capped, ['2026-03-04', '2026-03-11', '2026-03-12']);

    expect(released.night.notices).toMatchObject([
      {
        key: 'C-1|EUR|dunning|second|1|letter',
        tell: ['customer'],
        letter: 'second-notice',
        actions: [],
      },
    ]);
    expect(released.night.suppressed).toEqual([]);
    expect(released.writeLetter).toBe(true);
    expect(toldOf(lastNight(owing, capped, ['2026-03-13'], released.next))).toEqual([]);
  });

  test('is visible every night it waits, and history once', () => {
    const weeks = policy({ stages }, { contact: { minDaysBetween: 20 } });
    const waiting = lastNight(owing, weeks, ['2026-03-04', '2026-03-11', '2026-03-12']);

    expect(waiting.night.suppressed).toHaveLength(1);
    expect(waiting.events).toEqual([]);
  });

  test('waits on through a hold or a promise', () => {
    const held = facts({
      invoices: [invoice()],
      arrangements: [arrangement('hold', { from: '2026-03-12', until: '2026-03-14' })],
    });
    const nights = ['2026-03-04', '2026-03-11', '2026-03-12'];

    const waiting = lastNight(held, capped, nights);

    expect(waiting.night.suppressed).toMatchObject([{ because: 'on hold since 2026-03-12' }]);
    expect(toldOf(lastNight(held, capped, ['2026-03-14'], waiting.next))).toEqual([
      'second: customer',
    ]);
  });

  test('is forgotten once a higher stage has its own', () => {
    const third = { name: 'third', afterDays: 11, tell: everyone };
    const capped = policy(
      { stages: [...stages.slice(0, 2), third] },
      { contact: { minDaysBetween: 9 } },
    );
    const waitingAfter = (...nights: string[]) =>
      lastNight(owing, capped, nights).next.accounts['EUR']?.lettersWaiting;

    expect(waitingAfter('2026-03-04', '2026-03-11')).toEqual(['second']);
    expect(waitingAfter('2026-03-04', '2026-03-11', '2026-03-12')).toEqual(['third']);
    expect(waitingAfter('2026-03-04', '2026-03-11', '2026-03-13')).toBeUndefined();
  });

  test('has no address: the account manager is told and the letter is given up', () => {
    const nowhere = facts({ invoices: [invoice()], customer: { billingEmail: undefined } });
    const night = lastNight(nowhere, ladder, ['2026-03-04']);

    expect(toldOf(night)).toEqual(['reminder: account-manager']);
    expect(night.night.suppressed).toMatchObject([
      { key: 'C-1|EUR|dunning|reminder|1', because: 'the customer has no billing e-mail address' },
    ]);
    expect(night.writeLetter).toBe(false);
    expect(lastNight(nowhere, ladder, ['2026-03-05'], night.next).night.suppressed).toEqual([]);
  });
});
