import type { z } from 'zod';
import type { Arrangement } from '../../ledger/arrangement.ts';
import type { CustomerFacts } from '../../ledger/customer-facts.ts';
import { type CurrencyCode, fromDecimal } from '../../ledger/money.ts';
import { ProblemError } from '../problems.ts';
import type { PutArrangement } from '../shapes/customer.ts';

/** In the currency it names, else of its invoice, else of the customer. */
export function arrangementOf(
  { kind, invoiceId, from, until, amount, currency, reason }: z.output<typeof PutArrangement>,
  { customer, invoices }: CustomerFacts,
): Arrangement {
  const invoice = invoices.find((each) => each.invoiceId === invoiceId);
  const its = currency ?? invoice?.currency ?? customer.currency;
  return {
    kind,
    ...(invoiceId !== undefined && { invoiceId }),
    from,
    ...(until !== undefined && { until }),
    ...(amount !== undefined && { minorUnits: minorUnitsOf(amount, its) }),
    currency: its,
    reason,
  };
}

export function minorUnitsOf(amount: string, currency: CurrencyCode): number {
  try {
    return fromDecimal(amount, currency).minorUnits;
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error);
    throw new ProblemError(400, `Cannot read the amount "${amount}": it ${because}`, {
      cause: error,
    });
  }
}
