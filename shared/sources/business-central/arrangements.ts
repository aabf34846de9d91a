import type { Arrangement } from '../../ledger/arrangement.ts';
import type { CurrencyCode } from '../../ledger/money.ts';
import { minorUnitsOf } from './minor-units.ts';
import { invoiceOf } from './receivables.ts';
import type { SalesInvoice } from './wire.ts';

/**
 * What the books say was agreed about each invoice: the day it was promised by, and that it is in
 * dispute. Since when is not told. The invoice's own day stands for it, as it never moves: a promise
 * is known by its days, and one that moved would be told again.
 */
export const arrangementsOf = (
  invoices: readonly SalesInvoice[],
  company: CurrencyCode,
  settledDisputes: readonly string[],
): Arrangement[] =>
  invoices.flatMap((document) => {
    const { invoiceId, issuedOn: from, currency } = invoiceOf(document, company);
    const about = { invoiceId, from, currency };
    const { promisedPayDate: until, disputeStatus } = document;
    const isOpen = minorUnitsOf(document.remainingAmount, currency) !== 0;
    const inDispute = isOpen && isDispute(disputeStatus, settledDisputes);
    return [
      ...(until === undefined || until < from
        ? []
        : [{ kind: 'promise' as const, ...about, until, reason: 'promised, by the books' }]),
      ...(inDispute
        ? [{ kind: 'dispute' as const, ...about, reason: `dispute status ${disputeStatus}` }]
        : []),
    ];
  });

/** A company names its own statuses: each is a dispute but for those that it says are settled. */
const isDispute = (status: string | undefined, settled: readonly string[]): boolean =>
  status !== undefined && !settled.some((each) => each.toUpperCase() === status.toUpperCase());
