import type { Account } from '../../evaluation/accounts.ts';
import type { LateFee } from '../../evaluation/late-fee.ts';
import type { CurrencyCode } from '../../ledger/money.ts';
import type { DunningPolicy } from '../../policy/dunning-policy.ts';
import type { Notice } from '../customer-night.ts';
import { stored } from '../dunning/ladder.ts';
import { total } from '../money-text.ts';
import type { AskedInvoice } from './asked-invoices.ts';
import { bounded } from './bounded.ts';
import type { LetterSection } from './content/letter-content.ts';
import { lateFeesOf } from './letter-late-fees.ts';

const MAX_LEFT_OUT = 20;

/** Only what is asked for is added up, and the account's unapplied credit taken off it once. */
export function letterSection(
  { currency, unapplied }: Account,
  invoices: readonly AskedInvoice[],
  notices: readonly Notice[],
  lateFees: readonly LateFee[],
  ladder: DunningPolicy,
): LetterSection {
  const due = dueFor(notices, invoices, currency, ladder);
  const sum = total(
    due.asked.map(({ askedMinorUnits }) => askedMinorUnits),
    currency,
  ).minorUnits;
  const credit = Math.max(0, unapplied);
  const toPay = Math.max(0, sum - credit);
  const asked = bounded(due.asked.map(askedLine));
  const leftOut = bounded(due.leftOut, MAX_LEFT_OUT);
  return {
    currency,
    invoices: asked.items,
    moreInvoices: asked.more,
    leftOut: leftOut.items,
    moreLeftOut: leftOut.more,
    total: sum,
    credit,
    toPay,
    ...lateFeesOf(toPay > 0 ? lateFees : [], due.asked, currency),
  };
}

const askedLine = ({ invoice, daysPastDue, askedMinorUnits }: AskedInvoice) => ({
  invoiceId: invoice.invoiceId,
  issuedOn: invoice.issuedOn,
  dueOn: invoice.dueOn,
  daysPastDue,
  asked: askedMinorUnits,
});

type Due = { readonly asked: readonly AskedInvoice[]; readonly leftOut: LetterSection['leftOut'] };

/**
 * The invoices that notices are about: those past their due date, and those that have come to the
 * day of a stage where that lies before the due date, as for a courtesy note. Where a stage was
 * reached in yet another way, it is about all of them.
 */
function dueFor(
  notices: readonly Notice[],
  invoices: readonly AskedInvoice[],
  currency: CurrencyCode,
  ladder: DunningPolicy,
): Due {
  const firstDay = Math.min(...notices.map((each) => firstDayAsked(each, ladder)));
  const tolerance = stored(ladder.tolerance, currency) ?? 0;
  const isAsked = ({ askedMinorUnits }: AskedInvoice): boolean => askedMinorUnits > tolerance;
  const due = invoices.filter(({ daysPastDue }) => daysPastDue >= firstDay);
  const about = due.some(isAsked) ? due : invoices;
  return {
    asked: about.filter(isAsked),
    leftOut: about.flatMap(({ invoice: { invoiceId }, open, askedMinorUnits, leftOut }) =>
      leftOut === undefined
        ? []
        : [{ invoiceId, amount: open - askedMinorUnits, because: leftOut }],
    ),
  };
}

/** In days past due. */
function firstDayAsked({ stage }: Notice, { stages }: DunningPolicy): number {
  const reached = stages.find(({ name }) => name === stage);
  return Math.min(1, reached?.since === 'basis' ? reached.afterDays : 1);
}
