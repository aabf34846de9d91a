import type { CalendarDate, CalendarMonth } from '../ledger/calendar-date.ts';
import type { CurrencyCode, Money } from '../ledger/money.ts';
import type { Figures, Forms } from './figures.ts';
import type { Reason } from './reason.ts';

/**
 * What is kept as English text alone, by a name of its own: why a row was rejected, a stage was held
 * or a run failed. Values stand in braces; one named `because` is such a text itself.
 */
export type PhraseKey =
  | 'empty'
  | 'unreadable'
  | 'one-of'
  | 'yes-or-no'
  | 'day'
  | 'no-day'
  | 'month'
  | 'decimal'
  | 'decimals'
  | 'too-large'
  | 'negative'
  | 'currency'
  | 'addresses'
  | 'long-id'
  | 'endless-promise'
  | 'before-from'
  | 'control-character'
  | 'not-utf-8'
  | 'long-cell'
  | 'more-cells'
  | 'open-quote'
  | 'misplaced-quote'
  | 'customer-twice'
  | 'invoice-twice'
  | 'payment-twice'
  | 'no-customer'
  | 'no-invoice'
  | 'no-header'
  | 'header-quote'
  | 'save-as-utf-8'
  | 'twice-in-header'
  | 'not-in-header'
  | 'semicolons'
  | 'small-letters'
  | 'spreadsheet-day'
  | 'long-header'
  | 'long-record'
  | 'sep-line'
  | 'carriage-returns'
  | 'tabs'
  | 'bars'
  | 'other-capitals'
  | 'other-name'
  | 'no-file'
  | 'unread-file'
  | 'not-to-the-end'
  | 'no-row'
  | 'older-than-allowed'
  | 'source-old'
  | 'source-shrunk'
  | 'payments-shrunk'
  | 'no-item'
  | 'source-not-whole'
  | 'source-unread'
  | 'readings-old'
  | 'reading-old'
  | 'cancelled'
  | 'unknown-customer';
export type Phrases = Readonly<Record<PhraseKey, string>>;

/** What a letter is about, mildest first; `credit` asks what unapplied credit is for. */
export type Tone =
  | 'courtesy'
  | 'reminder'
  | 'second-notice'
  | 'final-notice'
  | 'credit'
  | 'thank-you';

/** What is new or worse about a customer; each is given the `stage` of its notice. */
export type TroubleKind =
  | 'dunning'
  | 'promise-broken'
  | 'unheard'
  | 'anomaly'
  | 'refund-clock'
  | 'exposure'
  | 'first-usage'
  | 'budget'
  | 'budget-forecast'
  | 'budget-pace'
  | 'currency-mismatch'
  | 'no-budget';

export type EmailKind = 'letter' | 'digest' | 'alert' | 'summary' | 'alarm';

type LetterTone = {
  readonly title: string;
  readonly opening: (areAllPastDue: boolean) => string;
  readonly closing: string;
};

/** How a letter to a customer says it. It claims nothing that may not be so. */
type LetterWords = {
  readonly tones: Readonly<Record<Tone, LetterTone>>;
  readonly subject: (title: string, reseller: string, amounts: readonly string[]) => string;
  readonly thanksSubject: (reseller: string) => string;
  readonly greeting: (name: string) => string;
  readonly regards: string;
  readonly thanksBeside: (currencies: readonly CurrencyCode[]) => string;
  readonly suspension: (on: CalendarDate) => string;
  readonly amountToPay: string;
  readonly asOf: (day: CalendarDate) => string;
  readonly inCurrency: (currency: CurrencyCode) => string;
  readonly invoices: string;
  readonly invoice: string;
  readonly due: string;
  readonly openAmount: string;
  readonly issuedOn: (day: string) => string;
  readonly pastDue: (days: number) => string;
  readonly total: string;
  readonly unappliedCredit: string;
  readonly creditCovers: (credit: Money) => string;
  readonly notAskedFor: (named: readonly string[], more: number) => string;
  readonly leftOut: (amount: Money, invoiceId: string, because: string) => string;
  readonly lateFees: (sum: Money) => string;
  readonly lateFee: string;
  readonly howItComesAbout: string;
  readonly payment: string;
  readonly accountHolder: string;
  readonly bank: string;
  readonly accountNumber: string;
  readonly reference: string;
  /** What to name when paying, where the reseller asks for nothing else. */
  readonly invoiceNumbers: string;
  readonly payOnline: string;
  readonly statementAttached: string;
};

/** The statement of account that goes with a letter. */
type StatementWords = {
  readonly title: string;
  readonly fileName: string;
  readonly of: (customer: string, reseller: string, day: CalendarDate) => string;
  readonly issued: string;
  readonly amount: string;
  readonly daysPastDue: string;
  readonly currency: string;
  readonly balance: string;
  readonly remark: string;
};

/** How a digest and an alert say it. */
type DigestWords = {
  readonly trouble: Readonly<Record<TroubleKind, (stage: string) => string>>;
  readonly stage: (name: string) => string;
  readonly action: (name: string) => string;
  readonly noStage: string;
  readonly attention: (customers: number) => string;
  readonly cameDown: (customers: number) => string;
  readonly nothingWorse: string;
  readonly firstStep: string;
  readonly personDecides: string;
  readonly headline: (name: string, what: string, risk: string | undefined) => string;
  readonly cameDownFrom: (name: string, was: string) => string;
  readonly hello: (name: string) => string;
  readonly newOrWorse: string;
  readonly atRisk: string;
  readonly overdue: string;
  readonly overdueTitle: string;
  readonly overdueSince: (overdue: Money, daysPastDue: number) => string;
  readonly letterNotSent: (because: string) => string;
  readonly proposed: (actions: readonly string[]) => string;
  readonly ofBudget: (spent: Money, budget: Money, month: CalendarMonth) => string;
  readonly ofLimit: (total: Money, limit: Money) => string;
  readonly forecast: (expected: Money, low: Money, high: Money) => string;
  readonly lastErrors: (percent: number) => string;
  readonly receded: string;
  readonly trend: (from: CalendarDate, through: CalendarDate, last: Money, usual: Money) => string;
  readonly stillWaiting: string;
  readonly recovered: string;
  readonly was: string;
  readonly isNow: string;
  readonly belowForecast: string;
  readonly onStage: string;
  readonly othersOnStage: string;
  readonly stageTitle: string;
  readonly since: (day: string) => string;
  readonly overdueInTotal: string;
  readonly aging: string;
  readonly agingTotal: (open: Money, customers: number) => string;
  readonly bucket: (name: string) => string;
  readonly exposed: string;
  readonly exposure: string;
  readonly creditLimit: string;
  readonly used: string;
  readonly watched: string;
  readonly howItStands: string;
  readonly spikeSince: (day: CalendarDate) => string;
  readonly refund: string;
  readonly refundThrough: (day: CalendarDate) => string;
  readonly refundTooLate: (day: CalendarDate) => string;
  readonly budgetOf: (month: CalendarMonth) => string;
  readonly urgent: string;
  readonly alertSubject: (headline: string) => string;
  readonly alertOpening: (name: string) => string;
  readonly alertAgain: string;
};

type NightStatus = 'completed' | 'completed-with-failures' | 'failed';

type Counts = {
  readonly customers: number;
  readonly evaluated: number;
  readonly failed: number;
  readonly invoices: number;
  readonly payments: number;
  readonly spendRows: number;
  readonly rejected: number;
  readonly duplicates: number;
};

/** How the operator is told of a night. */
type SummaryWords = {
  readonly title: string;
  readonly subject: (
    asOf: CalendarDate,
    status: NightStatus,
    counts: Counts,
    emails: number,
    isHeld: boolean,
  ) => string;
  readonly outcome: (
    asOf: CalendarDate,
    status: NightStatus,
    because: string | undefined,
  ) => string;
  readonly run: (id: string) => string;
  readonly counted: (counts: Counts) => string;
  readonly read: (counts: Counts) => string;
  readonly held: (because: string) => string;
  readonly failures: string;
  readonly whatFailed: string;
  readonly unowned: string;
  readonly withoutTenant: string;
  readonly unownedAdvice: string;
  readonly customers: string;
  readonly spent: string;
  readonly findings: string;
  readonly finding: string;
  readonly stages: string;
  readonly emails: string;
  readonly kindOfEmail: string;
  readonly count: string;
  readonly kinds: Readonly<Record<EmailKind, string>>;
  readonly rejected: string;
  readonly where: string;
  readonly column: (name: string) => string;
  readonly value: string;
};

type AlarmWords = {
  readonly heldSubject: (asOf: CalendarDate) => string;
  readonly held: (because: string) => string;
  readonly heldAdvice: string;
  readonly missedSubject: (asOf: CalendarDate) => string;
  readonly missed: (hours: number) => string;
  readonly lastEnded: (at: string | undefined) => string;
  readonly parkedSubject: (asOf: CalendarDate, what: string) => string;
  readonly parked: (what: string) => string;
  readonly parkedWhat: Readonly<Record<'customers' | 'close' | 'emails', string>>;
  readonly parkedSource: (name: string) => string;
  readonly undeliveredSubject: (to: string) => string;
  readonly undelivered: (kind: EmailKind, to: string, subject: string) => string;
  readonly undeliveredBecause: (because: string) => string;
  readonly sentInstead: (to: string) => string;
  readonly nobodyInstead: string;
  readonly closedSubject: (asOf: CalendarDate) => string;
  readonly closed: string;
  readonly seeRunbook: (section: string) => string;
};

/** Everything Duewatch says in e-mail. A language that lacks a word of it does not compile. */
export type Words = {
  readonly figures: Figures;
  readonly customer: string;
  readonly customers: Forms;
  readonly why: string;
  readonly andMore: (count: number) => string;
  readonly dataAsOf: (day: CalendarDate) => string;
  readonly readAt: (source: string, instant: string) => string;
  readonly openPage: string;
  readonly footer: (reseller: string) => string;
  readonly letter: LetterWords;
  readonly statement: StatementWords;
  readonly digest: DigestWords;
  readonly summary: SummaryWords;
  readonly alarm: AlarmWords;
  readonly reason: (reason: Reason) => string;
  readonly phrases: Phrases;
};
