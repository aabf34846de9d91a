import type { CurrencyCode } from '../ledger/money.ts';
import type { DunningPolicy } from './dunning-policy.ts';
import type { Policy } from './policy.ts';

/**
 * Amounts of the policy in a currency that no customer has, each with the path of its key and what
 * to write instead. Only known once there are data, so parsePolicy cannot say it.
 */
export function currenciesNobodyHas(
  { dunning }: Policy,
  currencies: ReadonlySet<CurrencyCode>,
): readonly string[] {
  const known = [...currencies].sort().join(', ');
  return Object.entries(dunning)
    .flatMap(([name, ladder]) =>
      amountsOf(ladder).map(([path, amounts]) => ({ path: `dunning.${name}.${path}`, amounts })),
    )
    .flatMap(({ path, amounts }) =>
      Object.keys(amounts)
        .filter((currency) => !currencies.has(currency))
        .map(
          (currency) =>
            `${path}.${currency}: no customer has ${currency}: write one of ${known}, or take it out`,
        ),
    );
}

type Amounts = Readonly<Record<CurrencyCode, number>>;

function amountsOf({
  tolerance,
  stages,
  lateFees,
}: DunningPolicy): readonly (readonly [path: string, amounts: Amounts])[] {
  return [
    ['tolerance', tolerance],
    ...stages.map(
      ({ when }, at) => [`stages[${at}].when.overdueAtLeast`, when.overdueAtLeast] as const,
    ),
    ...(lateFees.kind === 'fixed' ? [['lateFees.amounts', lateFees.amounts] as const] : []),
    ...(lateFees.kind === 'statutory'
      ? [['lateFees.compensation', lateFees.compensation] as const]
      : []),
  ];
}
