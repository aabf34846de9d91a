import { expect, test } from 'vitest';
import { unownedSpend } from '../../shared/evaluation/unowned-spend.ts';
import { facts, spend } from '../builders.ts';

const rows = [
  spend('2026-03-09', 300),
  spend('2026-03-02', 200, 'USD'),
  spend('2026-03-01', 100),
  spend('2026-03-05', -50),
];

test('spend nobody owns is added up per currency, with its first and last day', () => {
  expect(unownedSpend(facts({ customer: { isUnowned: true }, spend: rows }))).toEqual([
    { currency: 'EUR', spent: 350, from: '2026-03-01', through: '2026-03-09' },
    { currency: 'USD', spent: 200, from: '2026-03-02', through: '2026-03-02' },
  ]);
});

test('a customer of the books owns what it spends', () => {
  expect(unownedSpend(facts({ spend: rows }))).toEqual([]);
});
