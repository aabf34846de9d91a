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

/** Whether a notice is of spend, and so of its month; the others are of an episode of dunning. */
export const isOfSpend = (kind: string): boolean =>
  kind === 'forecast-receded' || SPEND_TROUBLE.some((each) => each === kind);
