import { currenciesNobodyHas } from '../../shared/policy/currencies-nobody-has.ts';
import { unusablePolicy } from '../../shared/policy/parse-policy.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { currenciesIn } from '../../shared/sources/files/currencies-in.ts';
import type { Folder } from '../../shared/sources/folders/folder.ts';

/**
 * Throws PolicyError where a threshold is in no currency that a folder's customers, or their
 * invoices, have: it would hold for nobody, and its stage come for any sum. The invoices, which are
 * many, are read only where the customers leave a doubt.
 */
export async function refuseThresholds(
  policy: Policy,
  where: string,
  folder: Folder,
): Promise<void> {
  if (thresholds(policy, new Set()).length === 0) return;
  const own = await currenciesIn(folder, 'customers');
  if (own.size === 0 || thresholds(policy, own).length === 0) return;
  const all = new Set([...own, ...(await currenciesIn(folder, 'invoices'))]);
  const found = thresholds(policy, all);
  if (found.length === 0) return;
  throw unusablePolicy(where, found);
}

const thresholds = (policy: Policy, currencies: ReadonlySet<string>): readonly string[] =>
  currenciesNobodyHas(policy, currencies)
    .filter(({ isThreshold }) => isThreshold)
    .map(({ text }) => `  ${text}`);
