/** What spend is told of, the most pressing first. */
export const SPEND_TROUBLE = [
  'anomaly',
  'refund-clock',
  'exposure',
  'first-usage',
  'budget',
  'budget-forecast',
  'budget-pace',
  'currency-mismatch',
  'no-budget',
] as const;
export type SpendTrouble = (typeof SPEND_TROUBLE)[number];

/** Whether a notice is of spend, and so of its month; the others are of an episode of dunning. */
export const isOfSpend = (kind: string): boolean =>
  kind === 'forecast-receded' || SPEND_TROUBLE.some((each) => each === kind);

/** What has happened, in a few words: "budget 80 %". `stage` is what the notice carries. */
export function spendText(kind: SpendTrouble, stage: string): string {
  switch (kind) {
    case 'anomaly':
      return anomalyText(stage);
    case 'refund-clock':
      return refundText(stage);
    case 'exposure':
      return `exposure ${stage} % of the credit limit`;
    case 'first-usage':
      return 'usage before the first payment';
    case 'budget':
      return `budget ${stage} %`;
    case 'budget-forecast':
      return `forecast ${stage} % of budget`;
    case 'budget-pace':
      return `spends ${stage} points ahead of the month`;
    case 'currency-mismatch':
      return `${stage} in another currency`;
    case 'no-budget':
      return 'no budget';
  }
}

function anomalyText(shape: string): string {
  if (shape === 'crypto-mining-like') return 'URGENT: spend looks like crypto-mining';
  return shape === 'sudden-compute' ? 'sudden jump in compute' : 'spend spike';
}

function refundText(daysLeft: string): string {
  if (daysLeft === 'expired') return 'credit request for fraud: too late';
  return `credit request for fraud: ${daysLeft === '1' ? '1 day' : `${daysLeft} days`} left`;
}
