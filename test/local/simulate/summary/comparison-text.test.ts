import { describe, expect, test } from 'vitest';
import { summaryText } from '../../../../local/simulate/summary/summary-text.ts';
import type { CustomerFacts } from '../../../../shared/ledger/customer-facts.ts';
import { facts, invoice, policy } from '../../../builders.ts';
import { replayedPortfolio } from '../replayed-portfolio.ts';

const ladder = (afterDays: number, name = 'reminder') =>
  policy({ stages: [{ name, afterDays, tell: ['account-manager', 'customer'] }] });

const owing = (customerId: string, over: object = {}): CustomerFacts =>
  facts({ customer: { customerId }, invoices: [invoice(over)] });

describe('the summary of two policies', () => {
  test('has both beside each other', async () => {
    const text = summaryText(await replayedPortfolio([owing('C-1')], [ladder(5), ladder(2)], 12));

    expect(text).toContain(
      'Replayed 12 nights (2026-02-20 to 2026-03-03) over 1 customer under two',
    );
    expect(text).toContain('A: mild.json\nB: hard.json\n');
    expect(text).toMatch(/2026-03-03 +1 \| 0 +0 \| 1\n/);
    expect(text).toContain('What would have been said: 0 letters under A, 1 letter under B');
    expect(text).toContain('Written to: 0 customers under A, 1 under B, 1 under either');
    expect(text).toMatch(/dunning reminder +0 +1 +0 +0 +1\n/);
    expect(text).toMatch(/EUR reminder +0\.00 +100\.00 +0\.00 +8\.33\n/);
    expect(text).toMatch(/2026-03 +0 +1 +0 +1\n/);
    expect(text).toMatch(/C-1 +2026-03-03 reminder +only B\n/);
  });

  test('says where there is no difference', async () => {
    const text = summaryText(await replayedPortfolio([owing('C-1')], [ladder(5), ladder(5)]));

    expect(text).toContain('Differences: both say the same to everybody, on the same days\n');
  });

  test('is never wider than 100 columns', async () => {
    const name = 'a-stage-with-a-name-that-somebody-was-very-thorough-about';
    const customers = Array.from({ length: 20 }, (_, at) =>
      owing(`a-customer-with-a-rather-long-id-${at}`, { minorUnits: 123_456_789_012 + at }),
    );

    const text = summaryText(
      await replayedPortfolio(customers, [ladder(5, name), ladder(2, `${name}-too`)]),
    );

    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(text).toContain('Differences: 40, of which the first; --html FILE lists them');
  });

  test('has open amounts twice only where the policies age them otherwise', async () => {
    const buckets = policy({}, { aging: { bucketDays: [10] } });

    const same = summaryText(await replayedPortfolio([owing('C-1')], [ladder(5), ladder(2)]));
    const other = summaryText(await replayedPortfolio([owing('C-1')], [ladder(5), buckets]));

    expect(same).toContain('Open amounts on 2026-03-31, by days past due\n');
    expect(other).toContain('by days past due, under A\n');
    expect(other).toMatch(/under B\n +current +1-10 +over-10 /);
  });
});
