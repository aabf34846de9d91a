/** A month counts as this many days, whatever its length, so that equal months give equal days. */
export const DAYS_OF_MONTH = 30;

/**
 * How many days of sales are still open, counted back from the newest month: 212 open after sales of
 * 100, 80 and 70 is two months and 32/70 of a third. Undefined without sales, or where what is open
 * reaches further back than the months given. A month of more credits than invoices covers nothing.
 */
export function countBackDays(
  receivables: number,
  salesNewestFirst: readonly number[],
): number | undefined {
  if (!salesNewestFirst.some((sales) => sales > 0)) return undefined;
  let rest = Math.max(receivables, 0);
  let days = 0;
  for (const sales of salesNewestFirst) {
    if (rest <= 0) return days;
    const covered = Math.max(sales, 0);
    if (rest < covered) return days + (rest * DAYS_OF_MONTH) / covered;
    rest -= covered;
    days += DAYS_OF_MONTH;
  }
  return rest <= 0 ? days : undefined;
}
