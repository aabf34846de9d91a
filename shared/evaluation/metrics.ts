import { countBackDays, DAYS_OF_MONTH } from './count-back.ts';
import { type MetricParts, MONTHS_OF_SALES, MONTHS_OF_WINDOW } from './metric-parts.ts';

/** A figure and how it was come by: sources differ, so no figure goes without its definition. */
export type Metric = {
  readonly name: string;
  /** Not rounded. Undefined where there is nothing to divide by. */
  readonly value: number | undefined;
  readonly unit: 'days' | '%';
  readonly definition: string;
};

const DAYS_OF_WINDOW = MONTHS_OF_WINDOW * DAYS_OF_MONTH;
const [WINDOW, YEAR] = [`last ${MONTHS_OF_WINDOW} months`, `last ${MONTHS_OF_SALES} months`];

/** What the definitions leave out, to be printed once above or below them. */
export const METRIC_TERMS =
  'Receivables are open amounts less unapplied credits; sales are invoices less credit notes by issue date; months are counted back from the day.';

/** The receivables metrics of a customer or a portfolio, in the order of a credit report. */
export function metricsOf(parts: MetricParts): readonly Metric[] {
  const sales = salesOfWindow(parts);
  const receivables = receivablesOf(parts);
  const days = (amount: number): number | undefined =>
    quotient(Math.max(amount, 0) * DAYS_OF_WINDOW, sales);
  return [
    inDays(
      'DSO',
      days(receivables),
      `Receivables ÷ sales of the ${WINDOW} × ${DAYS_OF_WINDOW} days`,
    ),
    inDays(
      'count-back DSO',
      countBackDays(receivables, parts.sales),
      `Days of sales that receivables amount to, the newest month first, each month ${DAYS_OF_MONTH} days, at most the ${YEAR}`,
    ),
    inDays(
      'best possible DSO',
      days(parts.current),
      `Open amounts not yet due ÷ sales of the ${WINDOW} × ${DAYS_OF_WINDOW} days`,
    ),
    inDays(
      'average days delinquent',
      days(parts.overdue - parts.unapplied),
      `Overdue amounts less unapplied credits ÷ sales of the ${WINDOW} × ${DAYS_OF_WINDOW} days: DSO less best possible DSO`,
    ),
    {
      name: 'collection effectiveness index',
      value: collectionEffectiveness(parts),
      unit: '%',
      definition: `(Opening receivables + sales − closing receivables − written off) ÷ (opening receivables + sales − closing amounts not yet due) × 100, over the ${WINDOW}, their sales not divided by ${MONTHS_OF_WINDOW}`,
    },
    inDays(
      'average delay',
      quotient(parts.delayDays, parts.paidInvoices),
      `Days from due date to last payment, the mean of the invoices paid in full in the ${YEAR}; paid early is negative`,
    ),
    inDays(
      'average days to pay',
      quotient(parts.daysToPay, parts.paidInvoices),
      `Days from issue to last payment, the mean of the invoices paid in full in the ${YEAR}`,
    ),
  ];
}

const inDays = (name: string, value: number | undefined, definition: string): Metric => ({
  name,
  value,
  unit: 'days',
  definition,
});

/** Collected of what was there to collect. Writing off does not make it better. */
function collectionEffectiveness(parts: MetricParts): number | undefined {
  const available = parts.opening + salesOfWindow(parts);
  const collected = available - receivablesOf(parts) - parts.writtenOff;
  return quotient(collected * 100, available - parts.current);
}

const receivablesOf = ({ current, overdue, unapplied }: MetricParts): number =>
  current + overdue - unapplied;

const salesOfWindow = ({ sales }: MetricParts): number =>
  sales.slice(0, MONTHS_OF_WINDOW).reduce((sum, each) => sum + each, 0);

const quotient = (dividend: number, divisor: number): number | undefined =>
  divisor > 0 ? dividend / divisor : undefined;
