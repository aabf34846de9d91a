import type { CurrencyCode } from '../ledger/money.ts';
import { figuresIn } from './figures.ts';
import { type PartOf, type Reason, type ReasonWords, reasonText, type Spelling } from './reason.ts';
import type { Words } from './words.ts';

const english = figuresIn('en-GB');
const { money, number, count, day, month, instant, weekday, list } = english;

/** As its reasons have it, which are the report's words too. */
const percentOf = (percent: number): string => `${number(percent)} %`;

const CUSTOMERS = { one: 'customer', other: 'customers' };
const DAYS = { one: 'day', other: 'days' };

const opened = (areAllPastDue: boolean): string =>
  `According to our records the invoices below are ${areAllPastDue ? 'past their due date' : 'open'}`;

const OUTCOME = {
  completed: 'completed',
  'completed-with-failures': 'completed with failures',
  failed: 'failed',
};

const ACTIONS: ReadonlyMap<string, string> = new Map([['propose-suspension', 'suspension']]);

const spaced = (name: string): string => name.replaceAll('-', ' ');

export const en: Words = {
  figures: { ...english, percent: percentOf },
  customer: 'Customer',
  customers: CUSTOMERS,
  why: 'Why',
  andMore: (more) => `and ${number(more)} more`,
  dataAsOf: (asOf) => `Data as of ${day(asOf)}.`,
  readAt: (source, at) => `${source}: newest ${instant(at)}`,
  openPage: 'Open in Duewatch',
  footer: (reseller) => `Written by Duewatch for ${reseller}.`,
  phrases: {
    empty: 'is empty',
    unreadable: 'cannot be read',
    'one-of': 'expected one of {values}',
    'yes-or-no': 'expected yes or no',
    day: 'expected a day as YYYY-MM-DD',
    'no-day': 'is no day of the calendar',
    month: 'expected a month such as 2026-01',
    decimal: 'expected a plain decimal number such as 1234.50',
    decimals: 'has more decimals than the {decimals} of {currency}',
    'too-large': 'is too large to be held exactly',
    negative: 'is negative',
    currency: 'expected an ISO 4217 currency such as EUR',
    addresses:
      'expected e-mail addresses: a comma between people, a semicolon before the next contact',
    'long-id': 'is too long for an id',
    'endless-promise': 'is empty, and a promise ends',
    'before-from': 'is before "{day}" in from',
    'control-character': 'has a control character',
    'not-utf-8': 'has bytes that are not UTF-8',
    'long-cell': 'is longer than {characters} characters',
    'more-cells': 'has more cells than the header',
    'open-quote': 'opens a quote that is never closed',
    'misplaced-quote': 'has a quote in the wrong place',
    'customer-twice': 'customer "{id}" was already given on line {line} with other values',
    'invoice-twice': 'invoice "{id}" was already given on line {line} with other values',
    'payment-twice': 'payment "{id}" was already given on line {line} with other values',
    'no-customer': 'no customer "{id}" in customers.csv',
    'no-invoice': 'no invoice "{id}" of this customer',
    'no-header': 'has no header row',
    'header-quote': 'has a quote in its header that does not match',
    'save-as-utf-8': 'is not UTF-8: save it as "CSV UTF-8"',
    'twice-in-header': 'is given twice in the header',
    'not-in-header': 'is missing from the header',
    semicolons: 'is missing from the header, which has semicolons where commas belong',
    'small-letters': 'expected capital letters',
    'spreadsheet-day': 'is before 1970, as spreadsheets write a day that is missing',
    'long-header': 'has more than {characters} characters in its header',
    'long-record': 'has more than {characters} characters',
    'sep-line':
      'is missing from the header, which the line "sep=" stands before: take that line out',
    'carriage-returns': 'is missing from the header, as its lines end with a carriage return alone',
    tabs: 'is missing from the header, which has tabs where commas belong',
    bars: 'is missing from the header, which has bars where commas belong',
    'other-capitals':
      'is missing from the header, which has "{name}": small and capital letters count',
    'other-name': 'is not read under this name: call it {file}',
    'no-file': 'is no file, but a folder or a link that leads nowhere: put the file there',
    'unread-file': '{file} could not be read',
    'not-to-the-end': '{file} could not be read to the end',
    'no-row': 'no row of {file} could be read',
    'older-than-allowed': 'older than the {hours} hours allowed',
    'source-old': 'source {name} is {hours} hours old and {allowed} are allowed',
    'source-shrunk':
      'source {name} has {invoices} invoices and had {before} when it was last read wholly',
    'payments-shrunk':
      'source {name} has {payments} payments and had {before} when it was last read wholly',
    'no-item': 'no item of {name} could be read',
    'source-not-whole': 'source {name} is not whole: {because}',
    'source-unread': 'source {name} could not be read: {because}',
    'readings-old':
      '{count} customers have a month to date that was last reckoned more than two days ago: what they spent since is not known',
    'reading-old':
      '{count} customer has a month to date that was last reckoned more than two days ago: what they spent since is not known',
    cancelled: 'cancelled by {name}',
    'unknown-customer': 'no source knows customer "{id}"',
  },
  letter: {
    tones: {
      courtesy: {
        title: 'Courtesy note',
        opening: (late) =>
          `${opened(late)}. This note is a courtesy, so that their due dates do not escape your attention.`,
        closing:
          'If payment is already on its way, please disregard this note. If something about an invoice is not right, please reply to this e-mail.',
      },
      reminder: {
        title: 'Payment reminder',
        opening: (late) =>
          `${opened(late)}. They may have escaped your attention: please pay the amount shown, or tell us what stands in the way.`,
        closing:
          'If you have paid in the meantime, please disregard this letter. If something about an invoice is not right, please reply to this e-mail.',
      },
      'second-notice': {
        title: 'Second notice',
        opening: (late) =>
          `This is our second notice. ${opened(late)}. Please pay the amount shown without further delay.`,
        closing:
          'If you have paid in the meantime, please disregard this letter. If you contest an invoice or cannot pay it in full now, please reply to this e-mail so that we can agree on a solution.',
      },
      'final-notice': {
        title: 'Final notice',
        opening: (late) =>
          `This is our final notice. ${opened(late)}. Please pay the amount shown at once. If neither payment nor an answer reaches us, we will consider further steps under our agreement, which can include suspending your services.`,
        closing:
          'If you have paid in the meantime, please disregard this letter. If you contest an invoice or cannot pay it in full now, please reply to this e-mail today so that we can agree on a solution.',
      },
      credit: {
        title: 'A question about your credit',
        opening: (late) =>
          `${opened(late)}, and your unapplied credit covers them. Please tell us which invoices it is for.`,
        closing: 'If something about an invoice is not right, please reply to this e-mail.',
      },
      'thank-you': {
        title: 'Thank you for your payment',
        opening: () =>
          'Thank you: your payment has reached us. What we last wrote to you about is settled.',
        closing: 'There is nothing you need to do.',
      },
    },
    subject: (title, reseller, amounts) =>
      `${title} from ${reseller}${amounts.length === 0 ? '' : `: ${amounts.join(' and ')} to pay`}`,
    thanksSubject: (reseller) => `Thank you for your payment to ${reseller}`,
    greeting: (name) => `Dear ${name},`,
    regards: 'Kind regards,',
    thanksBeside: (currencies) =>
      `Thank you for your payment in ${list(currencies)}, which settled what we last wrote to you about in that currency. This letter is about the rest.`,
    suspension: (on) =>
      `Without payment or an answer from you, we will consider suspending your services from ${day(on)} on.`,
    amountToPay: 'Amount to pay',
    asOf: (asOf) => `All figures are as of ${day(asOf)}; what reached us later is not in them.`,
    inCurrency: (currency) => `In ${currency}`,
    invoices: 'Invoices',
    invoice: 'Invoice',
    due: 'Due',
    openAmount: 'Open amount',
    issuedOn: (issued) => `issued ${issued}`,
    pastDue: (days) => `${count(days, DAYS)} past due`,
    total: 'Total',
    unappliedCredit: 'Less your unapplied credit',
    creditCovers: (credit) => `Your unapplied credit of ${money(credit)} covers it.`,
    notAskedFor: (named, more) =>
      `Not asked for here: ${named.join(', ')}${more > 0 ? ` and ${number(more)} more` : ''}`,
    leftOut: (amount, invoiceId, because) => `${money(amount)} of ${invoiceId} (${because})`,
    lateFees: (sum) =>
      `For information: late payment of these invoices has come to ${money(sum)} to date. It is not in the amount to pay.`,
    lateFee: 'Late fee to date',
    howItComesAbout: 'How it comes about',
    payment: 'How to pay',
    accountHolder: 'Account holder',
    bank: 'Bank',
    accountNumber: 'Account number',
    reference: 'Reference',
    invoiceNumbers: 'the invoice numbers',
    payOnline: 'Pay online',
    statementAttached: 'A statement of your account is attached.',
  },
  statement: {
    title: 'Statement of account',
    fileName: 'statement-of-account',
    of: (customer, reseller, asOf) => `${customer} with ${reseller}, as of ${day(asOf)}`,
    issued: 'Issued',
    amount: 'Amount',
    daysPastDue: 'Days past due',
    currency: 'Currency',
    balance: 'Balance',
    remark: 'Remark',
  },
  digest: {
    trouble: {
      dunning: (stage) => spaced(stage === '' ? 'dunning' : stage),
      'promise-broken': () => 'promise broken',
      unheard: () => 'letter not sent',
      anomaly: (shape) =>
        ({
          'crypto-mining-like': 'spend looks like crypto-mining',
          'sudden-compute': 'sudden jump in compute',
        })[shape] ?? 'spend spike',
      'refund-clock': (left) =>
        left === 'expired'
          ? 'credit request for fraud: too late'
          : `credit request for fraud: ${count(Number(left), DAYS)} left`,
      exposure: (reached) => `exposure ${percentOf(Number(reached))} of the credit limit`,
      'first-usage': () => 'usage before the first payment',
      budget: (reached) => `budget ${percentOf(Number(reached))}`,
      'budget-forecast': (reached) => `forecast ${percentOf(Number(reached))} of budget`,
      'budget-pace': (points) => `spends ${points} points ahead of the month`,
      'currency-mismatch': (what) => `${what} in another currency`,
      'no-budget': () => 'no budget',
    },
    stage: spaced,
    action: (name) => ACTIONS.get(name) ?? spaced(name),
    noStage: 'no stage',
    attention: (customers) =>
      `${count(customers, CUSTOMERS)} ${customers === 1 ? 'needs' : 'need'} attention`,
    cameDown: (customers) => `${count(customers, CUSTOMERS)} came down`,
    nothingWorse: 'Nothing is new or worse.',
    firstStep: 'Start at the top: most money at risk comes first.',
    personDecides: 'Actions are proposed, and a person decides.',
    headline: (name, what, risk) => `${name} ${what}${risk === undefined ? '' : `, ${risk}`}`,
    cameDownFrom: (name, was) => `${name} no longer at ${was}`,
    hello: (name) => `Hello ${name},`,
    newOrWorse: 'New or worse',
    atRisk: 'at risk',
    overdue: 'overdue',
    overdueTitle: 'Overdue',
    overdueSince: (overdue, days) =>
      `${money(overdue)} overdue${days > 0 ? `, ${count(days, DAYS)} past due` : ''}`,
    letterNotSent: (because) => `Letter not sent: ${because}`,
    proposed: (actions) => `Proposed: ${list(actions)}`,
    ofBudget: (spent, budget, of) =>
      `${money(spent)} of the ${month(of)} budget of ${money(budget)}`,
    ofLimit: (total, limit) => `${money(total)} of the credit limit of ${money(limit)}`,
    forecast: (expected, low, high) =>
      `forecast ${money(expected)} (${money(low)} to ${money(high)})`,
    lastErrors: (off) => `last month’s forecasts were ${percentOf(off)} off`,
    receded: 'receded',
    trend: (from, through, last, usual) =>
      `Spend per day, ${day(from)} to ${day(through)}: last ${money(last)}, usually ${money(usual)}`,
    stillWaiting: 'Still waiting',
    recovered: 'Came down or cleared',
    was: 'Was',
    isNow: 'Is now',
    belowForecast: 'below it',
    onStage: 'Everyone on a stage',
    othersOnStage: 'Others on a stage',
    stageTitle: 'Stage',
    since: (since) => `since ${since}`,
    overdueInTotal: 'Overdue in total',
    aging: 'Open invoices by days past due',
    agingTotal: (open, customers) => `${money(open)} open at ${count(customers, CUSTOMERS)}`,
    bucket: (name) => (name === 'current' ? 'not due' : name.replace(/^over-/, 'over ')),
    exposed: 'Exposure near its limit',
    exposure: 'Exposure',
    creditLimit: 'Credit limit',
    used: 'Used',
    watched: 'Spend to watch',
    howItStands: 'How it stands',
    spikeSince: (since) => `spike since ${day(since)}`,
    refund: 'credit request for fraud',
    refundThrough: (last) => `through ${day(last)}`,
    refundTooLate: (last) => `too late since ${day(last)}`,
    budgetOf: (of) => `${month(of)} budget`,
    urgent: 'urgent',
    alertSubject: (headline) => `Urgent: ${headline}`,
    alertOpening: (name) => `${name} needs attention now`,
    alertAgain: 'It is also in the next digest, with everything else.',
  },
  summary: {
    title: 'How the night went',
    subject: (asOf, status, { evaluated, failed, rejected }, emails, isHeld) => {
      const news = [
        `${count(evaluated, CUSTOMERS)} evaluated`,
        failed > 0 ? `${number(failed)} failed` : '',
        count(emails, { one: 'e-mail', other: 'e-mails' }),
        rejected > 0 ? `${count(rejected, { one: 'row', other: 'rows' })} rejected` : '',
        isHeld ? 'stages held' : '',
      ];
      return `Night of ${day(asOf)} ${OUTCOME[status]}: ${news.filter(Boolean).join(', ')}`;
    },
    outcome: (asOf, status, because) =>
      `The night of ${day(asOf)} ${OUTCOME[status]}${because === undefined ? '' : `: ${because}`}.`,
    run: (id) => `Run ${id}`,
    counted: ({ customers, evaluated, failed }) =>
      `${count(customers, CUSTOMERS)}: ${number(evaluated)} evaluated, ${number(failed)} failed.`,
    read: ({ invoices, payments, spendRows, rejected, duplicates }) =>
      `Read: ${count(invoices, { one: 'invoice', other: 'invoices' })}, ${count(payments, { one: 'payment', other: 'payments' })}, ${count(spendRows, { one: 'spend row', other: 'spend rows' })}; ${count(rejected, { one: 'row', other: 'rows' })} rejected, ${count(duplicates, { one: 'duplicate', other: 'duplicates' })}.`,
    held: (because) => `No stage moved tonight because ${because}.`,
    failures: 'Failures',
    whatFailed: 'What failed',
    unowned: 'Spend nobody owns',
    withoutTenant: 'Debts without a tenant',
    unownedAdvice:
      'These customers are charged to you and are in nobody’s books: bill them or end it.',
    customers: 'Customers',
    spent: 'Spent',
    findings: 'Findings',
    finding: 'What is odd about a source',
    stages: 'Customers on a stage',
    emails: 'E-mails',
    kindOfEmail: 'Kind of e-mail',
    count: 'Count',
    kinds: {
      letter: 'letter',
      digest: 'digest',
      alert: 'alert',
      summary: 'summary',
      alarm: 'alarm',
    },
    rejected: 'Rejected rows',
    where: 'Where',
    column: (name) => `column ${name}`,
    value: 'Value',
  },
  alarm: {
    heldSubject: (asOf) => `No stage moved on the night of ${day(asOf)}`,
    held: (because) => `Stages held because ${because}.`,
    heldAdvice: 'Mend the source, then start a run.',
    missedSubject: (asOf) => `No night has completed by ${day(asOf)}`,
    missed: (hours) =>
      `Duewatch has to say that no night has completed in the last ${count(hours, { one: 'hour', other: 'hours' })}.`,
    lastEnded: (at) =>
      at === undefined ? 'None has completed yet.' : `The last ended ${instant(at)}.`,
    parkedSubject: (asOf, what) => `Parked on the night of ${day(asOf)}: ${what}`,
    parked: (what) =>
      `Every try failed for ${what}, and the message was parked in its poison queue.`,
    parkedWhat: { customers: 'customers', close: 'the close of the run', emails: 'e-mails' },
    parkedSource: (name) => `source ${name}`,
    undeliveredSubject: (to) => `Not delivered: an e-mail to ${to}`,
    undelivered: (kind, to, subject) =>
      `The ${en.summary.kinds[kind]} “${subject}” did not reach ${to}.`,
    undeliveredBecause: (because) => `Why: ${because}.`,
    sentInstead: (to) => `It goes to ${to} instead. Correct the address where it comes from.`,
    nobodyInstead: 'Nobody else is known to send it to: correct the address where it comes from.',
    closedSubject: (asOf) => `No e-mail leaves since the night of ${day(asOf)}`,
    closed: 'Nothing is lost: all of it waits, and leaves once this is mended.',
    seeRunbook: (section) => `See docs/runbook.md, “${section}”.`,
  },
  reason: (reason) => reasonText(reason, REASONS, { day, month, stage: spaced }),
};

/** As reports and the history have it. */
export const reportedReason = (reason: Reason): string => reasonText(reason, REASONS);

/** Said of every customer every night, so without the grouping that larger counts get. */
const daysText = (days: number): string => (days === 1 ? '1 day' : `${days} days`);

const amount = (minorUnits: number, currency: CurrencyCode): string =>
  money({ minorUnits, currency });

/** The report has these words, and people script against it: they stay as they are. */
const REASONS: ReasonWords = {
  text: ({ text }) => text,

  'nothing-open': () => 'nothing is open',
  'nothing-overdue': () => 'nothing is overdue',
  'nothing-counts': ({ currency, disputed, covered, tolerated }) => {
    const parts = [
      disputed > 0 ? `${amount(disputed, currency)} is disputed` : '',
      covered > 0 ? `unapplied credit covers ${amount(covered, currency)}` : '',
      tolerated > 0 ? `${amount(tolerated, currency)} is within tolerance` : '',
    ];
    return `nothing overdue counts: ${parts.filter((each) => each !== '').join(', ')}`;
  },
  age: ageText,
  'within-grace': () => 'within grace: ',
  starts: ({ stage, isStrict, days }, spell) => {
    const starts = ` and ${spell.stage(stage)} starts${isStrict ? ' after' : ' at'}`;
    return days < 0 ? `${starts} ${daysText(-days)} before` : `${starts} ${days}`;
  },
  'starts-on': ({ stage, on }, spell) =>
    ` and ${spell.stage(stage)} starts on ${spell.day(on)}, by the end of the month`,
  entered: ({ previous, daysAgo, stage, isStrict, days }, spell) =>
    `, ${spell.stage(previous)} was entered ${daysText(daysAgo)} ago and ${spell.stage(stage)} ${isStrict ? 'follows after more than' : 'follows after'} ${days}`,
  raised: ({ stage, follows }, spell) =>
    `${follows ? ', ' : ''}raised to ${spell.stage(stage)} because `,
  'no-stages': () => ' and the policy has no stages',
  'needs-overdue': ({ stage, least, overdue, currency }, spell) =>
    ` but ${spell.stage(stage)} needs ${amount(least, currency)} overdue and ${amount(overdue, currency)} is`,
  'needs-invoices': ({ stage, least, overdue }, spell) =>
    ` but ${spell.stage(stage)} needs ${count(least, { one: 'invoice', other: 'invoices' })} overdue and there is ${overdue}`,
  'needs-tag': ({ stage, tag }, spell) =>
    ` but ${spell.stage(stage)} is for customers tagged ${tag}`,
  'without-tag': ({ stage, tag }, spell) =>
    ` but ${spell.stage(stage)} is not for customers tagged ${tag}`,
  'does-not-hold': ({ stage }, spell) => ` but ${spell.stage(stage)} does not hold`,
  'and-more': ({ more }) => `, and so it is for ${more} more`,
  'no-longer-at': ({ stage, since }, spell) =>
    `no longer at ${spell.stage(stage)}${since === undefined ? '' : ` since ${spell.day(since)}`}: `,
  'stage-unknown': ({ stage }) => `no stage of the policy is named ${stage}: `,
  'letter-first': letterFirstText,
  'never-dunned': ({ policy }) => `policy "${policy}": this customer is never dunned`,
  'policy-unknown': ({ policy }) =>
    `policy "${policy}" is not in policy.json: nothing is decided until it is`,
  stale: () => 'customer data is stale: ',

  held: ({ invoiceId, from, by, reason }, spell) => {
    const what = invoiceId === undefined ? 'on hold' : `invoice ${invoiceId} is on hold`;
    const whose = by === undefined ? '' : ` by ${by}`;
    return `${what} since ${spell.day(from)}${whose}${reason === undefined ? '' : `: ${reason}`}`;
  },
  'promise-open': ({ invoiceId, until, tolerated }, spell) => {
    const what = until === undefined ? 'promise' : `promise by ${spell.day(until)}`;
    const about = invoiceId === undefined ? what : `${what} for invoice ${invoiceId}`;
    return `${about} is open${tolerated === undefined ? '' : `, tolerated through ${spell.day(tolerated)}`}`;
  },
  'promise-broken': (part, spell) => {
    const { currency, invoiceId, amount: promised, until, paid, from } = part;
    const of = promised === undefined ? '' : ` of ${amount(promised, currency)}`;
    const about = invoiceId === undefined ? '' : ` for invoice ${invoiceId}`;
    return `promise${of}${about}${until === undefined ? '' : ` by ${spell.day(until)}`} is broken: ${amount(paid, currency)} was paid since ${spell.day(from)}`;
  },
  'rests-on-waiting': () => 'the stage rests on invoices that wait',
  'told-before': ({ stage }, spell) => `${spell.stage(stage)} was told earlier in this episode`,
  'no-address': () => 'the customer has no billing e-mail address',
  'do-not-contact': ({ tag }) =>
    tag === undefined ? 'the customer is not to be contacted' : `the customer is tagged ${tag}`,
  'too-soon': ({ lastOn, days }, spell) =>
    `the last letter left on ${spell.day(lastOn)} and the next may leave ${days} days after it`,
  weekday: ({ day: on }, spell) => `${spell.day(on)} is a ${weekday(on)}`,
  'our-holiday': ({ day: on }, spell) => `${spell.day(on)} is one of our holidays`,
  'public-holiday': ({ day: on, name, country }, spell) =>
    `${spell.day(on)} is ${name} in ${country}`,
  'told-on': ({ day: on }, spell) => `, and it is told on ${spell.day(on)} if it is still so`,

  disputed: () => 'disputed',
  'on-hold': () => 'on hold',
  promised: ({ until }, spell) =>
    until === undefined ? 'promised' : `promised by ${spell.day(until)}`,

  budget: ({ currency, month: of, spent, budget, percent, threshold }, spell) =>
    `month-to-date spend of ${amount(spent, currency)} is ${percent} % of the ${spell.month(of)} budget of ${amount(budget, currency)} and the threshold is ${threshold} %`,
  forecast: ({ currency, month: of, expected, low, high, percent, budget, spent }, spell) =>
    `${spell.month(of)} is forecast to end at ${amount(expected, currency)} (${amount(low, currency)} to ${amount(high, currency)}), ${percent} % of the budget of ${amount(budget, currency)}, of which ${amount(spent, currency)} is spent`,
  reaches: ({ threshold }) => ` and the threshold is ${threshold} %`,
  misses: ({ threshold }) => `, below the ${threshold} % that were told`,
  early: () => '; an early estimate',
  'last-errors': ({ percent }) =>
    `; last month's forecasts of about this day were ${percent} % off`,
  'data-through': ({ day: on }, spell) => `; data reach ${spell.day(on)} only`,
  pace: ({ currency, month: of, budget, ...pace }, spell) =>
    `${pace.spentPercent} % of the ${spell.month(of)} budget of ${amount(budget, currency)} is spent after ${pace.days} of ${pace.daysOfMonth} days (${pace.elapsedPercent} %): more than ${pace.points} points ahead`,
  exposure: ({ currency, total, percent, limit, threshold, ...parts }) =>
    `exposure of ${amount(total, currency)} is ${percent} % of the credit limit of ${amount(limit, currency)} and the threshold is ${threshold} %: ${amount(parts.overdue, currency)} overdue, ${amount(parts.notDue, currency)} not due yet, ${amount(parts.uninvoiced, currency)} not invoiced yet, ${amount(parts.forecastRemainder, currency)} forecast to come this month`,
  refund: refundText,
  'first-usage': ({ currency, spent, since }, spell) =>
    `${amount(spent, currency)} was spent since ${spell.day(since)} and nothing was ever paid: check who this is, and ask for payment before more is used`,
  'no-budget': ({ currency, spent, month: of, isZero }, spell) =>
    `${amount(spent, currency)} was spent in ${spell.month(of)} ${isZero ? 'on a budget of nothing' : 'without a budget'}; `,
  'other-currency': ({ currency, what, isIn, spent, month: of }, spell) =>
    `the ${what} is in ${isIn.join(' and ')} and ${amount(spent, currency)} was spent in ${spell.month(of)}: currencies are not converted${what === 'budget' ? '; ' : ''}`,
  proposal: ({ currency, amount: proposed, percent, months }) =>
    `proposed: ${amount(proposed, currency)}, ${percent} % of the median of up to ${months} closed months`,
  'no-proposal': () => 'a budget is proposed once a whole month is closed',
  spike: ({ currency, on, amount: cost, usual }, spell) => {
    const above = usual > 0 ? ` (${Math.round(((cost - usual) * 100) / usual)} % above)` : '';
    return `${spell.day(on)} cost ${amount(cost, currency)} where ${amount(usual, currency)} is usual${above}`;
  },
  'spike-since': ({ currency, excess, since }, spell) =>
    `; ${amount(excess, currency)} above the usual since ${spell.day(since)}`,
  'spend-parts': ({ currency, parts }) =>
    `. This month so far: ${parts.map((each) => `${each.name} ${amount(each.amount, currency)} (${each.percent} %)`).join(', ')}`,
  'spend-parts-unknown': () => '. What it is for is not known: ',
  drivers: ({ currency, drivers }) =>
    `; driven by ${drivers.map(({ name, excess }) => `${name} +${amount(excess, currency)}`).join(', ')}`,
  'looks-like': ({ shape }) =>
    shape === 'crypto-mining-like'
      ? '. Compute that jumps and stays looks like mining on stolen machines: look now. Where it is fraud, record a fraud-case from the first day, since a credit can be requested for 60 days only'
      : '. A sudden jump in compute may be stolen machines: look today',

  'late-fee': lateFeeText,
  'paid-on': ({ day: on }, spell) => `; paid in full on ${spell.day(on)}`,
  'was-disputed': () => '; what is disputed costs nothing while it is',
  'reference-rate': ({ day: on, which }, spell) =>
    `; the reference rate of ${spell.day(on)} is the ${which} known`,
};

function ageText({ basis, invoiceId, days, held }: PartOf<'age'>): string {
  const notCounted = held === 0 ? '' : ` of which ${held} on hold`;
  if (basis === 'invoice-date')
    return `oldest open invoice ${invoiceId} was issued ${daysText(days)} ago${notCounted}`;
  if (days === 0) return `oldest open invoice ${invoiceId} is due today`;
  return days > 0
    ? `oldest overdue invoice ${invoiceId} is ${daysText(days)} past due${notCounted}`
    : `oldest open invoice ${invoiceId} is due in ${daysText(-days)}`;
}

function letterFirstText(part: PartOf<'letter-first'>, spell: Spelling): string {
  const { stage, letterOf, days, deliveredOn, writtenOn } = part;
  const after = days === 0 ? 'once' : `${daysText(days)} after`;
  const follows = `; ${spell.stage(stage)} follows ${after} the ${spell.stage(letterOf)} letter is delivered`;
  if (deliveredOn !== undefined) return `${follows}, which it was on ${spell.day(deliveredOn)}`;
  return writtenOn === undefined
    ? `${follows}, and none was written yet`
    : `${follows}, and the one of ${spell.day(writtenOn)} was not yet`;
}

function refundText({ from, lastDay, daysLeft, days }: PartOf<'refund'>, spell: Spelling): string {
  const rule = `${days} calendar days from the first fraudulent usage on ${spell.day(from)}`;
  const left = daysLeft === 0 ? 'today is the last day' : `${daysText(daysLeft)} left`;
  const said =
    daysLeft < 0
      ? `a credit could be requested through ${spell.day(lastDay)}, ${rule}: that has passed`
      : `a credit can be requested from Microsoft through ${spell.day(lastDay)}, ${rule}: ${left}`;
  return `${said}. Microsoft grants this credit once per customer, at its discretion`;
}

/** With the comma before "and" that the report has. */
const LIST = new Intl.ListFormat('en');

const percentText = (millionths: number): string => `${millionths / 10_000} %`;

function lateFeeText(part: PartOf<'late-fee'>): string {
  const { currency, days, rates, onceMillionths, chargedOnce, fixed } = part;
  const charges = [
    ...rates.map((rate) => `${daysText(rate.days)} at ${percentText(rate.millionths)} a year`),
    ...(onceMillionths > 0 && chargedOnce > 0
      ? [`${percentText(onceMillionths)} of ${plain(chargedOnce, currency)} open`]
      : []),
    ...(fixed > 0 ? [`a fixed ${plain(fixed, currency)}`] : []),
  ];
  const past = rates.length === 1 ? '' : `${daysText(days)} past due: `;
  return `${past}${LIST.format(charges)}`;
}

/** As the report has it, without grouping. */
const plain = (minorUnits: number, currency: CurrencyCode): string =>
  amount(minorUnits, currency).replaceAll(',', '');
