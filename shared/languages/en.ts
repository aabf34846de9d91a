import { enReasons } from './en-reasons.ts';
import { figuresOf } from './figures.ts';
import { reasonText } from './reason.ts';
import type { Words } from './words.ts';

const { money, number, percent, count, day, month, instant, list } = figuresOf('en');

const CUSTOMERS = { one: 'customer', other: 'customers' };
const DAYS = { one: 'day', other: 'days' };

const opened = (areAllPastDue: boolean): string =>
  `According to our records the invoices below are ${areAllPastDue ? 'past their due date' : 'open'}`;

const OUTCOME = {
  completed: 'completed',
  'completed-with-failures': 'completed with failures',
  failed: 'failed',
};

const ACTIONS: Readonly<Record<string, string>> = { 'propose-suspension': 'suspension' };

const spaced = (name: string): string => name.replaceAll('-', ' ');

export const en: Words = {
  figures: figuresOf('en'),
  customer: 'Customer',
  customers: CUSTOMERS,
  why: 'Why',
  andMore: (more) => `and ${number(more)} more`,
  dataAsOf: (asOf) => `Data as of ${day(asOf)}.`,
  readAt: (source, at) => `${source}: newest ${instant(at)}`,
  openPage: 'Open in Duewatch',
  footer: (reseller) => `Written by Duewatch for ${reseller}.`,
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
      exposure: (reached) => `exposure ${reached} % of the credit limit`,
      'first-usage': () => 'usage before the first payment',
      budget: (reached) => `budget ${reached} %`,
      'budget-forecast': (reached) => `forecast ${reached} % of budget`,
      'budget-pace': (points) => `spends ${points} points ahead of the month`,
      'currency-mismatch': (what) => `${what} in another currency`,
      'no-budget': () => 'no budget',
    },
    stage: spaced,
    action: (name) => ACTIONS[name] ?? spaced(name),
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
    lastErrors: (off) => `last month’s forecasts were ${percent(off)} off`,
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
    alertOpening: (name) => `${name} needs attention now.`,
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
      `The night of ${day(asOf)} ${OUTCOME[status]}${because === undefined ? '' : ` because ${because}`}.`,
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
  reason: (reason) => reasonText(reason, enReasons),
};
