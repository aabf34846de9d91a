import { describe, expect, test } from 'vitest';
import { exactAmount } from '../../../shared/sources/amounts/exact-amount.ts';
import { addedUp } from '../../../shared/sources/focus/added-up.ts';

const charge = (day: string, service: string, amount: string) => ({
  day,
  currency: 'EUR',
  charge: 'usage',
  service,
  subscriptionId: null,
  amount: `${exactAmount(amount)}`,
});

describe('addedUp', () => {
  test('charges below a cent add up to what the month really cost', () => {
    const charges = ['Storage', 'Bandwidth', 'Key Vault', 'DNS'].flatMap((service) =>
      ['2026-03-01', '2026-03-02', '2026-03-03'].map((day) => charge(day, service, '0.004')),
    );

    const spend = addedUp(charges);

    expect(spend.reduce((sum, { minorUnits }) => sum + minorUnits, 0)).toBe(5);
    expect(Math.max(...spend.map(({ minorUnits }) => minorUnits))).toBe(1);
  });

  test('what is left of one month is not carried into the next', () => {
    const spend = addedUp([
      charge('2026-03-31', 'DNS', '0.004'),
      charge('2026-04-01', 'DNS', '0.004'),
    ]);

    expect(spend.map(({ minorUnits }) => minorUnits)).toEqual([0, 0]);
  });
});
