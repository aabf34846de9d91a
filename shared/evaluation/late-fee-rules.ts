import type { CurrencyCode } from '../ledger/money.ts';
import type { LateFeesPolicy, StatutoryLateFee } from '../policy/late-fees-policy.ts';
import { millionthsOf, statutoryRates, type YearlyRate } from './yearly-rates.ts';

/** What late payment costs a customer: interest by the day, a share once, a fixed sum per invoice. */
export type LateFeeRules = {
  /** Oldest first; none where there is no interest by the day. */
  readonly rates: readonly YearlyRate[];
  readonly isStatutory: boolean;
  readonly onceMillionths: number;
  readonly fixed: Readonly<Record<CurrencyCode, number>>;
};

const FREE: LateFeeRules = { rates: [], isStatutory: false, onceMillionths: 0, fixed: {} };

/** Directive 2011/7/EU, article 6: whoever pays late owes 40 euro at least, per invoice. */
const STATUTORY_COMPENSATION = { EUR: 4000 };

export function lateFeeRules(
  lateFees: LateFeesPolicy,
  country: string | undefined,
): LateFeeRules | undefined {
  switch (lateFees.kind) {
    case 'none':
      return undefined;
    case 'fixed':
      return { ...FREE, fixed: lateFees.amounts };
    case 'percent': {
      const millionths = millionthsOf(lateFees.percent);
      return lateFees.per === 'year'
        ? { ...FREE, rates: [{ fromDay: -Infinity, millionths }] }
        : { ...FREE, onceMillionths: millionths };
    }
    case 'statutory':
      return statutoryRules(lateFees, country?.toUpperCase() ?? '');
  }
}

function statutoryRules(lateFees: StatutoryLateFee, country: string): LateFeeRules {
  const { countries, marginPoints, compensation } = lateFees;
  const own = Object.hasOwn(countries, country) ? countries[country] : undefined;
  return {
    ...FREE,
    isStatutory: true,
    rates: statutoryRates(lateFees, own?.marginPoints ?? marginPoints),
    fixed: { ...STATUTORY_COMPENSATION, ...compensation, ...own?.compensation },
  };
}
