import { isAboveZero, roundMoney, shareOf } from '../../format/money.ts';
import { percent } from '../../format/numbers.ts';
import { figure, figures } from '../../parts/figure.ts';
import { meter } from '../../parts/meter.ts';
import type { TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';
import type { Totals } from './portfolio.ts';

/** What a currency comes to, before one looks closer. */
export function totalFigures(totals: Totals): TemplateResult {
  const { money, common } = words();
  const amount = (value: string): string => roundMoney(value, totals.currency);
  const overdue = percent(shareOf(totals.overdue, totals.open) * 100);
  return figures([
    figure(money.open, amount(totals.open), common.customers(totals.customers)),
    figure(money.overdue, amount(totals.overdue), `${overdue} ${money.ofOpen}`),
    figure(money.exposure, amount(totals.exposure)),
    figure(money.monthToDate, amount(totals.monthToDate), ...ofBudget(totals, totals.monthToDate)),
    figure(money.forecast, amount(totals.forecast), ...ofBudget(totals, totals.forecast)),
  ]);
}

function ofBudget({ budget, currency }: Totals, spent: string): (TemplateResult | string)[] {
  if (!isAboveZero(budget)) return [words().money.noBudget];
  const used = (Number(spent) / Number(budget)) * 100;
  return [words().money.ofBudget(percent(used), roundMoney(budget, currency)), meter(used)];
}
