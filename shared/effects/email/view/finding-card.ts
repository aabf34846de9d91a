import type { BudgetLine, DigestFinding } from '../../../decisions/email/content/digest-content.ts';
import type { Words } from '../../../languages/words.ts';
import { addDays } from '../../../ledger/calendar-date.ts';
import type { CurrencyCode } from '../../../ledger/money.ts';
import type { Links } from './links.ts';
import { sentence } from './sentence.ts';
import type { Bar, Card, Chart, Tint } from './view.ts';

/** A finding as its reader sees it: who, what, how much, why, and how it stands. */
export function findingCard(finding: DigestFinding, words: Words, links: Links): Card {
  const { customerId, customerName, kind, stage, currency, overdue, exposure } = finding;
  const { digest, figures } = words;
  const what = digest.trouble[kind](stage);
  const isAtRisk = exposure !== undefined && exposure > 0;
  const atStake = isAtRisk ? exposure : overdue;
  const late = [{ minorUnits: overdue, currency }, finding.daysPastDue] as const;
  return {
    name: customerName,
    url: links.customer(customerId),
    what: finding.isUrgent ? `${digest.urgent.toUpperCase()}: ${what}` : what,
    tint: tintOf(finding),
    money: atStake > 0 ? figures.money({ minorUnits: atStake, currency }) : undefined,
    moneyLabel: isAtRisk ? digest.atRisk : digest.overdue,
    sub: isAtRisk && overdue > 0 ? digest.overdueSince(...late) : undefined,
    because: sentence(finding.because, words.reason(finding.because)),
    notes: notesOf(finding, words),
    bars: barsOf(finding, words),
    ...chartOf(finding, words),
  };
}

function notesOf({ letterNotSent, actions }: DigestFinding, { digest, reason }: Words): string[] {
  return [
    ...(letterNotSent === undefined ? [] : [digest.letterNotSent(reason(letterNotSent))]),
    ...(actions.length === 0 ? [] : [digest.proposed(actions.map(digest.action))]),
  ];
}

function tintOf({ kind, stage, isUrgent, actions, daysPastDue }: DigestFinding): Tint {
  if (isUrgent || actions.length > 0) return 'bad';
  if (kind === 'budget' || kind === 'exposure' || kind === 'budget-forecast')
    return Number(stage) >= 100 ? 'bad' : 'warn';
  if (kind === 'dunning') return daysPastDue > 14 ? 'bad' : 'warn';
  return kind === 'anomaly' || kind === 'promise-broken' ? 'warn' : 'calm';
}

function barsOf(finding: DigestFinding, words: Words): Bar[] {
  const { kind, budget, limit, exposure, currency } = finding;
  if (kind === 'exposure' && limit !== undefined && exposure !== undefined && limit > 0) {
    const percent = (exposure * 100) / limit;
    const [total, most] = [exposure, limit].map((minorUnits) => ({ minorUnits, currency }));
    const text = total && most ? words.digest.ofLimit(total, most) : '';
    return [{ percent, text: `${text} (${words.figures.percent(percent)})`, tint: fill(percent) }];
  }
  return budget === undefined || budget.budget === 0 ? [] : [budgetBar(budget, currency, words)];
}

function budgetBar(line: BudgetLine, currency: CurrencyCode, words: Words): Bar {
  const percent = line.percent ?? (line.spent * 100) / line.budget;
  return { percent, text: budgetText(line, currency, words), tint: fill(percent) };
}

const fill = (percent: number): Tint => {
  if (percent >= 100) return 'bad';
  return percent >= 80 ? 'warn' : 'good';
};

/** "600.00 EUR of the March 2026 budget of 1,000.00 EUR (60 %), forecast …" */
export function budgetText(line: BudgetLine, currency: CurrencyCode, words: Words): string {
  const { digest, figures } = words;
  const { month, budget, spent, percent, forecast, low, high, lastError, hasReceded } = line;
  const money = (minorUnits: number) => ({ minorUnits, currency });
  return [
    `${digest.ofBudget(money(spent), money(budget), month)}${percent === undefined ? '' : ` (${figures.percent(percent)})`}`,
    ...(forecast === undefined
      ? []
      : [digest.forecast(money(forecast), money(low ?? forecast), money(high ?? forecast))]),
    ...(lastError === undefined ? [] : [digest.lastErrors(lastError)]),
    ...(hasReceded === undefined ? [] : [digest.receded]),
  ].join(', ');
}

function chartOf({ trend }: DigestFinding, { digest }: Words): { chart?: Chart } {
  const last = trend?.amounts.at(-1);
  if (trend === undefined || last === undefined) return {};
  const { from, amounts, usual, currency } = trend;
  const through = addDays(from, amounts.length - 1);
  const money = (minorUnits: number) => ({ minorUnits, currency });
  return { chart: { amounts, usual, alt: digest.trend(from, through, money(last), money(usual)) } };
}
