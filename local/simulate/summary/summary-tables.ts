import { figure } from '../../../shared/decisions/count-text.ts';
import { AUDIENCES } from '../../../shared/policy/dunning-policy.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import { NO_STAGE } from '../course.ts';
import { nightsWithAccounts } from '../nights-with-accounts.ts';
import type { Tally } from '../tally.ts';
import { decimalText } from './decimal-text.ts';
import { stageNames } from './stage-names.ts';
import { tablesOf } from './table-columns.ts';
import { byStage, toldName } from './told-names.ts';

/** How many stood on each stage, night by night; side by side as far as there is room. */
export function stagesTables({ course }: Tally, policy: Policy): string {
  const nights = nightsWithAccounts(course);
  const stages = [NO_STAGE, ...stageNames([policy])].flatMap((name) => {
    const nightly = course.accounts.get(name);
    const cells = nights.map(({ at }) => nightly?.[at] ?? 0);
    return cells.some((accounts) => accounts > 0) ? [{ name, cells: cells.map(figure) }] : [];
  });
  if (nights.length === 0) return '';
  return tablesOf(
    'night',
    nights.map(({ day }) => day),
    stages,
  );
}

/** Everything that was said, by kind and stage, and how often each audience heard it. */
export function toldTable({ told }: Tally, policy: Policy): string {
  const rows = [...told].flatMap(([kind, ofKind]) =>
    [...ofKind]
      .sort(byStage(stageNames([policy])))
      .map(([stage, counts]) => ({ name: toldName(kind, stage), counts })),
  );
  if (rows.length === 0) return '';
  return tablesOf(
    'notice',
    rows.map(({ name }) => name),
    [
      { name: 'in all', cells: rows.map(({ counts }) => figure(counts.notices)) },
      ...AUDIENCES.map((name) => ({
        name,
        cells: rows.map(({ counts }) => figure(counts[name])),
      })),
    ],
  );
}

/** Open amounts by bucket, a table row per currency: currencies are never added. */
export function amountsTable({ amounts }: Tally): string {
  const rows = [...amounts].sort(([a], [b]) => (a < b ? -1 : 1));
  const names = [...(rows[0]?.[1].keys() ?? [])];
  if (names.length === 0) return '';
  return tablesOf(
    '',
    rows.map(([currency]) => currency),
    names.map((name) => ({
      name,
      cells: rows.map(([currency, sums]) => decimalText(sums.get(name) ?? 0, currency)),
    })),
  );
}
