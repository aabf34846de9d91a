import type { CurrencyCode } from '../ledger/money.ts';
import type { DunningPolicy } from './dunning-policy.ts';
import type { Policy } from './policy.ts';

/** An amount of the policy that holds for nobody. */
export type NobodysAmount = {
  /** The path of its key, and what to write instead. */
  readonly text: string;
  /** Its stage has a threshold that is never looked at, and so comes for any sum. */
  readonly isThreshold: boolean;
};

/**
 * Amounts of the policy of which none is in a currency that somebody has. Only known once there are
 * data, so parsePolicy cannot say it. Amounts in further currencies are fine: portfolios share policies.
 */
export function currenciesNobodyHas(
  { dunning }: Policy,
  currencies: ReadonlySet<CurrencyCode>,
): readonly NobodysAmount[] {
  const known = [...currencies].sort().join(', ');
  return Object.entries(dunning)
    .flatMap(([name, ladder]) =>
      amountsOf(ladder).map((each) => ({ ...each, path: `dunning.${name}.${each.path}` })),
    )
    .filter(({ amounts }) => !Object.keys(amounts).some((currency) => currencies.has(currency)))
    .flatMap(({ path, amounts, isThreshold }) =>
      Object.keys(amounts).map((currency) => ({
        text: `${path}.${currency}: no customer has ${currency}: write one of ${known}, or take it out`,
        isThreshold,
      })),
    );
}

type Amounts = {
  readonly path: string;
  readonly amounts: Readonly<Record<CurrencyCode, number>>;
  readonly isThreshold: boolean;
};

const amountsOf = ({ tolerance, stages, lateFees }: DunningPolicy): readonly Amounts[] => [
  { path: 'tolerance', amounts: tolerance, isThreshold: false },
  ...stages.map(({ when }, at) => ({
    path: `stages[${at}].when.overdueAtLeast`,
    amounts: when.overdueAtLeast,
    isThreshold: true,
  })),
  ...(lateFees.kind === 'fixed'
    ? [{ path: 'lateFees.amounts', amounts: lateFees.amounts, isThreshold: false }]
    : []),
  ...(lateFees.kind === 'statutory'
    ? [{ path: 'lateFees.compensation', amounts: lateFees.compensation, isThreshold: false }]
    : []),
];
