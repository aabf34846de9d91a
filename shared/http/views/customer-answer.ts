import type { z } from 'zod';
import type { CustomerNight } from '../../decisions/customer-night.ts';
import { decideCustomer } from '../../decisions/decide-customer.ts';
import type { Language } from '../../languages/language.ts';
import { addDays, type CalendarDate } from '../../ledger/calendar-date.ts';
import type { DirectoryEntry } from '../../ledger/directory-entry.ts';
import { toDecimal } from '../../ledger/money.ts';
import type { Policy } from '../../policy/policy.ts';
import type { CustomerAtDesk } from '../../run/desk/load-customer.ts';
import type { OutboxRow } from '../../run/email/outbox-row.ts';
import type { Stored } from '../../run/ports.ts';
import { anomalyFigures, budgetFigures, exposureFigures } from '../../run/report/spend-rows.ts';
import type { CustomerAnswer } from '../shapes/customer.ts';
import { arrangementViews, budgetEntryView } from './arrangement-view.ts';
import { invoiceViews, spendViews } from './customer-facts-view.ts';
import { directoryView } from './directory-view.ts';
import { emailRow } from './email-row.ts';
import { saidIn } from './said-in.ts';

const EMAILS_SHOWN = 50;

/** What does not lie with the customer's state. */
type BesidesPartition = {
  readonly emails: readonly OutboxRow[];
  readonly directory: Stored<DirectoryEntry> | undefined;
};

/** Everything about a customer: what the sources say, what the last run made of it, what is next. */
export function customerAnswer(
  at: CustomerAtDesk,
  { emails, directory }: BesidesPartition,
  policy: Policy,
  language: Language,
): z.input<typeof CustomerAnswer> {
  const { loaded, run, today } = at;
  const { customer } = loaded.facts;
  const { creditLimitMinorUnits: limit, ...known } = customer;
  const night = loaded.last?.night;
  const asOf = night?.asOf ?? loaded.factsAsOf;
  const now = decided(at, policy, asOf);
  return {
    customer: {
      ...known,
      creditLimit:
        limit === undefined ? null : toDecimal({ minorUnits: limit, currency: customer.currency }),
    },
    asOf: night?.asOf ?? null,
    runId: loaded.last?.runId ?? null,
    withoutTenant: night?.withoutTenant ?? null,
    today,
    ...nightView(night, language),
    invoices: invoiceViews(loaded.facts, now.invoices, policy, asOf),
    spend: spendViews(loaded.facts, asOf),
    budgetEntries: loaded.entries.flatMap(({ value, etag }) =>
      value.kind === 'budget' && value.isRemoved !== true ? [budgetEntryView({ value, etag })] : [],
    ),
    arrangements: arrangementViews(at),
    emails: emails
      .toSorted((a, b) => (a.asOf < b.asOf ? 1 : -1))
      .slice(0, EMAILS_SHOWN)
      .map((row) => emailRow(row, { runId: run.id, customerId: loaded.customerId })),
    tomorrow: tomorrowView(decided(at, policy, addDays(asOf, 1)).night, language),
    directory: directory === undefined ? null : directoryView(directory),
    etag: loaded.etag ?? null,
  };
}

/** Purely, with what is known now: nothing is changed and nothing said. */
const decided = ({ loaded }: CustomerAtDesk, policy: Policy, on: CalendarDate) =>
  decideCustomer(loaded.facts, loaded.state, policy, on, {
    holdStages: undefined,
    delivered: loaded.delivered,
  });

function nightView(night: CustomerNight | undefined, language: Language) {
  return {
    accounts: (night?.accounts ?? []).map((each) => accountView(each, language)),
    budgets: (night?.budgets ?? []).map(budgetFigures),
    exposure: (night?.exposure ?? []).map(exposureFigures),
    anomalies: (night?.anomalies ?? []).map((each) => {
      const { drivers, ...figures } = anomalyFigures(each);
      return { ...figures, drivers: [...drivers], ...saidIn(each, language) };
    }),
    notices: (night?.notices ?? []).map((each) => noticeView(each, language)),
    suppressed: (night?.suppressed ?? []).map((each) => ({
      key: each.key,
      ...saidIn(each, language),
    })),
  };
}

const tomorrowView = (night: CustomerNight, language: Language) => ({
  on: night.asOf,
  accounts: night.accounts.map((each) => accountView(each, language)),
  notices: night.notices.map((each) => noticeView(each, language)),
  suppressed: night.suppressed.map((each) => saidIn(each, language)),
});

function accountView(account: CustomerNight['accounts'][number], language: Language) {
  const { currency, from, stage, since, daysPastDue } = account;
  const text = (minorUnits: number): string => toDecimal({ minorUnits, currency });
  return {
    currency,
    aging: Object.fromEntries(
      Object.entries(account.aging).map(([bucket, amount]) => [bucket, text(amount)]),
    ),
    open: text(account.open),
    overdue: text(account.overdue),
    unapplied: text(account.unapplied),
    from: from ?? null,
    stage: stage ?? null,
    since: since ?? null,
    ...saidIn(account, language),
    daysPastDue,
  };
}

function noticeView(notice: CustomerNight['notices'][number], language: Language) {
  const { kind, currency, stage, tell } = notice;
  return { kind, currency, stage: stage ?? null, tell, ...saidIn(notice, language) };
}
