import { z } from 'zod';
import { Arrangement } from '../../ledger/arrangement.ts';
import { CalendarDate, CalendarMonth } from '../../ledger/calendar-date.ts';
import { Customer } from '../../ledger/customer.ts';
import { CurrencyCode } from '../../ledger/money.ts';
import { Amount } from '../../run/desk/customer-row.ts';
import { RunId } from '../../run/run.ts';
import { BoundedInvoiceId, Reason } from './common.ts';
import { DirectoryView } from './directory.ts';
import { EmailRow } from './emails.ts';
import { Said } from './said.ts';

const NullableText = z.string().nullable();
const Percent = z.number().nullable();

const AccountView = Said.extend({
  currency: CurrencyCode,
  aging: z.record(z.string(), Amount),
  open: Amount,
  overdue: Amount,
  unapplied: Amount,
  from: NullableText,
  stage: NullableText,
  since: CalendarDate.nullable(),
  daysPastDue: z.int(),
});

const InvoiceView = z.object({
  invoiceId: z.string(),
  currency: CurrencyCode,
  issuedOn: CalendarDate,
  dueOn: CalendarDate,
  amount: Amount,
  open: Amount,
  daysPastDue: z.int(),
  bucket: z.string(),
  stage: NullableText,
  isDisputed: z.boolean(),
});

const BudgetView = z.object({
  currency: CurrencyCode,
  month: CalendarMonth,
  budget: Amount,
  spent: Amount,
  percent: Percent,
  crossed: Percent,
  forecast: Amount.nullable(),
  low: Amount.nullable(),
  high: Amount.nullable(),
  /** How many percent last month's forecasts of about this day were off. */
  lastError: Percent,
  /** The highest threshold that the forecast was told to reach. */
  forecastTold: Percent,
  /** Points ahead: percent of the budget spent less percent of the month elapsed. */
  ahead: Percent,
  dataThrough: CalendarDate.nullable(),
  restated: z.boolean(),
});

/** A day's spend, of the 13 months before the night; days without a row are not there. */
const SpendView = z.object({
  currency: CurrencyCode,
  days: z.array(z.object({ date: CalendarDate, amount: Amount })),
});

const ExposureView = z.object({
  currency: CurrencyCode,
  overdue: Amount,
  notDue: Amount,
  uninvoiced: Amount,
  forecastRemainder: Amount,
  total: Amount,
  limit: Amount.nullable(),
  percent: Percent,
  crossed: Percent,
});

const AnomalyView = Said.extend({
  currency: CurrencyCode,
  kind: z.enum(['anomaly', 'unknown']),
  on: CalendarDate,
  startedOn: CalendarDate.nullable(),
  amount: Amount.nullable(),
  usual: Amount.nullable(),
  excess: Amount.nullable(),
  shape: NullableText,
  drivers: z.array(z.string()),
});

const NoticeView = Said.extend({
  kind: z.string(),
  currency: CurrencyCode,
  stage: NullableText,
  tell: z.array(z.string()),
});

/** `people`: entered here, with an ETag to change it by. `books`: a source says so. */
export const ArrangementView = z.object({
  id: NullableText,
  source: z.enum(['people', 'books']),
  kind: Arrangement.shape.kind,
  invoiceId: NullableText,
  from: CalendarDate,
  until: CalendarDate.nullable(),
  amount: Amount.nullable(),
  currency: CurrencyCode,
  by: NullableText,
  reason: NullableText,
  recordedAt: z.iso.datetime().nullable(),
  /** Who ended it, when a person did. */
  endedBy: NullableText,
  endedAt: z.iso.datetime().nullable(),
  isInForce: z.boolean(),
  etag: NullableText,
});

export const BudgetEntryView = z.object({
  currency: CurrencyCode,
  amount: Amount,
  from: CalendarMonth.nullable(),
  by: z.string(),
  reason: NullableText,
  recordedAt: z.iso.datetime(),
  etag: z.string(),
});

/** `portal`: whether it was set in Partner Center too, or why not; `null` where none is asked. */
export const SavedBudget = BudgetEntryView.extend({ portal: NullableText });

/** What the next night would decide if nothing else came in. */
const TomorrowView = z.object({
  on: CalendarDate,
  accounts: z.array(AccountView),
  notices: z.array(NoticeView),
  suppressed: z.array(Said),
});

export const CustomerAnswer = z.object({
  customer: Customer.extend({ creditLimit: Amount.nullable() }).omit({
    creditLimitMinorUnits: true,
  }),
  /** Of the last run that decided about the customer; `null` where none has. */
  asOf: CalendarDate.nullable(),
  runId: RunId.nullable(),
  /** Why somebody owes whose tenant no source lists; `null` where it is known, or nothing is owed. */
  withoutTenant: NullableText,
  today: CalendarDate,
  accounts: z.array(AccountView),
  invoices: z.array(InvoiceView),
  spend: z.array(SpendView),
  budgets: z.array(BudgetView),
  budgetEntries: z.array(BudgetEntryView),
  exposure: z.array(ExposureView),
  anomalies: z.array(AnomalyView),
  notices: z.array(NoticeView),
  suppressed: z.array(Said.extend({ key: z.string() })),
  arrangements: z.array(ArrangementView),
  emails: z.array(EmailRow),
  /** Who the customer is elsewhere, as a person entered it; `null` where nobody did. */
  directory: DirectoryView.nullable(),
  tomorrow: TomorrowView.nullable(),
  etag: NullableText,
});

/** The id is the caller's choice, so that a request may be repeated: a UUID is a good one. */
export const ArrangementId = z.string().regex(/^[\w-]{1,64}$/, 'expected letters, digits, _ and -');

export const PutArrangement = z.strictObject({
  kind: Arrangement.shape.kind,
  invoiceId: BoundedInvoiceId.optional(),
  from: CalendarDate,
  until: CalendarDate.optional(),
  amount: Amount.optional(),
  currency: CurrencyCode.optional(),
  reason: Reason,
});

/** Why it ends. */
export const EndArrangement = z.strictObject({ reason: Reason.optional() });

export const PutBudget = z.strictObject({
  currency: CurrencyCode,
  amount: Amount,
  from: CalendarMonth.optional(),
  reason: Reason.optional(),
});
