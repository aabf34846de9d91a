import { figure } from '../../shared/decisions/count-text.ts';
import { type CurrencyCode, toDecimal } from '../../shared/ledger/money.ts';
import { AUDIENCES } from '../../shared/policy/dunning-policy.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { plainTable } from '../plain-table.ts';
import { NO_STAGE, type Tally } from './tally.ts';

const LINE_CHARACTERS = 100;
const DAY_CHARACTERS = 10;
const CURRENCY_CHARACTERS = 3;
/** As wide as a column of counts gets: 999,999. */
const FIGURE_CHARACTERS = 7;
/** Between two columns. */
const GAP = 2;

/** How many stood on each stage, night by night; side by side as far as there is room. */
export function stagesTables({ standing }: Tally, policy: Policy): string {
  const nights = [...standing].filter(([, counts]) => counts.size > 0);
  const reached = new Set(nights.flatMap(([, counts]) => [...counts.keys()]));
  if (nights.length === 0) return '';
  const stages = [NO_STAGE, ...stageNames(policy)].filter((name) => reached.has(name));
  return besideEachOther(stages, DAY_CHARACTERS)
    .map((columns) => {
      const rows = nights.map(([day, counts]) => [
        day,
        ...columns.map((stage) => figure(counts.get(stage) ?? 0)),
      ]);
      return plainTable(['night', ...columns], rows, 1);
    })
    .join('\n\n');
}

/** Everything that was said, by kind and stage, and how often each audience heard it. */
export function toldTable({ told }: Tally, policy: Policy): string {
  const stages = stageNames(policy);
  const rows = [...told].flatMap(([kind, ofKind]) =>
    [...ofKind]
      .sort(([a], [b]) => stages.indexOf(a) - stages.indexOf(b) || Number(a) - Number(b))
      .map(([stage, counts]) => [
        kind === 'budget' ? `budget ${stage} %` : `${kind} ${stage}`.trim(),
        figure(counts.notices),
        ...AUDIENCES.map((audience) => figure(counts[audience])),
      ]),
  );
  return rows.length === 0 ? '' : plainTable(['notice', 'in all', ...AUDIENCES], rows, 1);
}

/** Open amounts by bucket, a table row per currency: currencies are never added. */
export function amountsTable({ amounts }: Tally): string {
  const [names] = [...amounts.values()].map((sums) => [...sums.keys()]);
  if (names === undefined) return '';
  const rows = [...amounts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, sums]) => ({
      currency,
      texts: new Map([...sums].map(([name, sum]) => [name, decimal(sum, currency)])),
    }));
  const widths = new Map(
    names.map((name) => [name, Math.max(...rows.map(({ texts }) => texts.get(name)?.length ?? 0))]),
  );
  return besideEachOther(names, CURRENCY_CHARACTERS, widths)
    .map((columns) =>
      plainTable(
        ['', ...columns],
        rows.map(({ currency, texts }) => [
          currency,
          ...columns.map((name) => texts.get(name) ?? ''),
        ]),
        1,
      ),
    )
    .join('\n\n');
}

/** Mildest first, ladder by ladder. */
const stageNames = ({ dunning }: Policy): readonly string[] => [
  ...new Set(Object.values(dunning).flatMap(({ stages }) => stages.map(({ name }) => name))),
];

/** Columns cut into tables that fit: a table is never wider than the screen. */
function besideEachOther(
  names: readonly string[],
  firstWidth: number,
  widths: ReadonlyMap<string, number> = new Map(),
): readonly (readonly string[])[] {
  const tables: string[][] = [];
  let left = 0;
  for (const name of names) {
    const width = Math.max(name.length, widths.get(name) ?? 0, FIGURE_CHARACTERS) + GAP;
    if (tables.length === 0 || width > left) {
      tables.push([]);
      left = LINE_CHARACTERS - firstWidth - GAP;
    }
    tables.at(-1)?.push(name);
    left -= width;
  }
  return tables;
}

/** Sums of many customers may leave the range in which whole numbers are exact. */
const decimal = (minorUnits: number, currency: CurrencyCode): string =>
  Number.isSafeInteger(minorUnits) ? toDecimal({ minorUnits, currency }) : 'too large to be exact';
