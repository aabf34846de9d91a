import { describe, expect, test } from 'vitest';
import { CustomerNight } from '../../../shared/decisions/customer-night.ts';
import { SourceError, UnavailableError } from '../../../shared/run/errors.ts';
import { lookCloser } from '../../../shared/run/look-closer.ts';
import type { CustomerPortal } from '../../../shared/run/portal-ports.ts';

const nightWith = (...kinds: readonly string[]): CustomerNight =>
  CustomerNight.parse({
    customer: {
      customerId: 'C-1',
      name: 'Contoso',
      currency: 'EUR',
      policy: 'default',
      tags: [],
    },
    asOf: '2026-05-19',
    accounts: [],
    budgets: [],
    suppressed: [],
    notices: kinds.map((kind) => ({
      key: `C-1|EUR|${kind}`,
      kind,
      currency: 'EUR',
      tell: ['account-manager'],
      actions: [],
      because: `${kind} is told`,
    })),
  });

const PARTS = [
  { service: 'Microsoft.Storage', subscription: 'Prod', minorUnits: 20_000, currency: 'EUR' },
  { service: 'Microsoft.Compute', subscription: 'Prod', minorUnits: 70_000, currency: 'EUR' },
  { subscription: 'Old\nAzure', minorUnits: 10_000, currency: 'EUR' },
];

/** A portal that tells parts, or fails; `asked` are the tenants it was asked of. */
function portalThat(answer: () => typeof PARTS) {
  const asked: string[] = [];
  const portal: CustomerPortal = {
    subscriptions: async () => [],
    setBudget: async () => {},
    spendParts: async (tenantId) => {
      asked.push(tenantId);
      return answer();
    },
  };
  return { portal, asked };
}

describe('looking closer', () => {
  test.each(['anomaly', 'budget', 'budget-forecast', 'budget-pace'])(
    'says what the month is spent on beside %s, the largest first',
    async (kind) => {
      const { portal } = portalThat(() => PARTS);

      const { notices, spendParts } = await lookCloser(nightWith(kind), ['T-1'], portal);

      expect(notices[0]?.because).toBe(
        `${kind} is told. This month so far: Microsoft.Compute in Prod 700.00 EUR (70 %), Microsoft.Storage in Prod 200.00 EUR (20 %), Old Azure 100.00 EUR (10 %)`,
      );
      expect(spendParts?.map(({ minorUnits }) => minorUnits)).toEqual([70_000, 20_000, 10_000]);
    },
  );

  test('is said once, however much is told', async () => {
    const { portal } = portalThat(() => PARTS);

    const { notices } = await lookCloser(nightWith('budget', 'anomaly'), ['T-1'], portal);

    expect(notices[1]?.because).toBe('anomaly is told');
  });

  test('asks nothing where nothing of it is told', async () => {
    const { portal, asked } = portalThat(() => PARTS);
    const night = nightWith('dunning', 'no-budget', 'exposure');

    expect(await lookCloser(night, ['T-1'], portal)).toBe(night);
    expect(asked).toEqual([]);
  });

  test('asks of every tenant that the customer has', async () => {
    const { portal, asked } = portalThat(() => PARTS);

    await lookCloser(nightWith('budget'), ['T-1', 'T-2'], portal);

    expect(asked).toEqual(['T-1', 'T-2']);
  });

  test.each([
    new UnavailableError('Cannot read it because of the answer 503: try again later'),
    new SourceError('Cannot read it because the account lacks a role: give it one'),
  ])(
    'a portal that fails costs the night that part alone, and says so: $message',
    async (error) => {
      const { portal } = portalThat(() => {
        throw error;
      });

      const { notices } = await lookCloser(nightWith('budget'), ['T-1'], portal);

      expect(notices[0]?.because).toBe(
        `budget is told. What it is for is not known: ${error.message}`,
      );
    },
  );

  test('without a portal a night is as it was', async () => {
    const night = nightWith('budget');

    expect(await lookCloser(night, ['T-1'], undefined)).toBe(night);
  });
});
