import { expect, test } from 'vitest';
import { decideCustomer } from '../../shared/decisions/decide-customer.ts';
import { arrangement, day, facts, invoice, policy } from '../builders.ts';
import { lastNight } from './nights.ts';

const hold = arrangement('hold', { until: '2026-03-20', by: 'Ana', reason: 'contract talks' });
const rows = (...arrangements: (typeof hold)[]) => facts({ invoices: [invoice()], arrangements });
const textsOn = (facts: ReturnType<typeof rows>, ...nights: string[]) =>
  lastNight(facts, policy(), nights)
    .events.filter(({ kind }) => /-(started|ended)$/.test(kind) && !kind.startsWith('episode'))
    .map(({ kind, text }) => `${kind}: ${text}`);

test.each([
  { nights: ['2026-03-04'], texts: [], because: 'it has not begun' },
  {
    nights: ['2026-03-05'],
    texts: ['hold-started: hold from 2026-03-05 until 2026-03-20 by Ana because contract talks'],
    because: 'it begins, with who agreed to it and why',
  },
  { nights: ['2026-03-05', '2026-03-19'], texts: [], because: 'it goes on' },
  {
    nights: ['2026-03-05', '2026-03-20'],
    texts: ['hold-ended: hold from 2026-03-05 is over'],
    because: 'on its last day it no longer holds',
  },
  { nights: ['2026-03-05', '2026-03-20', '2026-03-21'], texts: [], because: 'that is told once' },
  { nights: ['2026-03-25'], texts: [], because: 'nobody ever saw it in force' },
])('after $nights the history says $texts: $because', ({ nights, texts }) => {
  expect(textsOn(rows(hold), ...nights)).toEqual(texts);
});

test('one of an invoice and of an amount says so, whatever the invoice is called', () => {
  const about = { invoiceId: 'INV|1', from: '2026-03-05', until: '2026-03-07' };
  const dispute = arrangement('dispute', { ...about, minorUnits: 4_000 });

  expect(textsOn(rows(dispute), '2026-03-05')).toEqual([
    'dispute-started: dispute of 40.00 EUR for invoice INV|1 from 2026-03-05 until 2026-03-07',
  ]);
  expect(textsOn(rows(dispute), '2026-03-05', '2026-03-07')).toEqual([
    'dispute-ended: dispute from 2026-03-05 for invoice INV|1 is over',
  ]);
});

test('one that is taken out of the source is over', () => {
  const { next } = lastNight(rows(hold), policy(), ['2026-03-05']);
  const { events } = lastNight(rows(), policy(), ['2026-03-06'], next);

  expect(events.map(({ text }) => text)).toContain('hold from 2026-03-05 is over');
});

test('of a promise only that it was given: the rest is that it was kept or broken', () => {
  const promise = arrangement('promise', { until: '2026-03-10', minorUnits: 9_000 });
  const kinds = (...nights: string[]) =>
    lastNight(rows(promise), policy(), nights)
      .events.map(({ kind }) => kind)
      .filter((kind) => kind.startsWith('promise'));

  expect(kinds('2026-03-05')).toEqual(['promise-started']);
  expect(kinds('2026-03-05', '2026-03-11')).toEqual(['promise-broken']);
  expect(kinds('2026-03-05', '2026-03-11', '2026-03-12')).toEqual([]);
});

test('on stale data nothing begins or ends', () => {
  const { next } = lastNight(rows(hold), policy(), ['2026-03-05']);
  const stale = { holdStages: 'source files is 3 days old' };
  const night = decideCustomer(rows(), next, policy(), day('2026-03-06'), stale);

  expect(night.events).toEqual([]);
  expect(night.next.arrangements).toEqual(next.arrangements);
});
