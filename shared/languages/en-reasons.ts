import type { CurrencyCode } from '../ledger/money.ts';
import { figuresOf } from './figures.ts';
import type { PartOf, ReasonWords } from './reason.ts';

const { money } = figuresOf('en');

/** Said of every customer every night, so without the grouping that larger counts get. */
const daysText = (days: number): string => (days === 1 ? '1 day' : `${days} days`);

const amount = (minorUnits: number, currency: CurrencyCode): string =>
  money({ minorUnits, currency });

/** The report has these words, and people script against it: they stay as they are. */
export const enReasons: ReasonWords = {
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
  starts: ({ stage, isStrict, days }) => {
    const starts = ` and ${stage} starts${isStrict ? ' after' : ' at'}`;
    return days < 0 ? `${starts} ${daysText(-days)} before` : `${starts} ${days}`;
  },
  'starts-on': ({ stage, on }) => ` and ${stage} starts on ${on}, by the end of the month`,
  entered: ({ previous, daysAgo, stage, isStrict, days }) =>
    `, ${previous} was entered ${daysText(daysAgo)} ago and ${stage} ${isStrict ? 'follows after more than' : 'follows after'} ${days}`,
  raised: ({ stage, follows }) => `${follows ? ', ' : ''}raised to ${stage} because `,
  'no-stages': () => ' and the policy has no stages',
  'needs-overdue': ({ stage, least, overdue, currency }) =>
    ` but ${stage} needs ${amount(least, currency)} overdue and ${amount(overdue, currency)} is`,
  'needs-invoices': ({ stage, least, overdue }) =>
    ` but ${stage} needs ${figuresOf('en').count(least, { one: 'invoice', other: 'invoices' })} overdue and there is ${overdue}`,
  'needs-tag': ({ stage, tag }) => ` but ${stage} is for customers tagged ${tag}`,
  'without-tag': ({ stage, tag }) => ` but ${stage} is not for customers tagged ${tag}`,
  'does-not-hold': ({ stage }) => ` but ${stage} does not hold`,
  'and-more': ({ more }) => `, and so it is for ${more} more`,
  'no-longer-at': ({ stage, since }) =>
    `no longer at ${stage}${since === undefined ? '' : ` since ${since}`}: `,
  'stage-unknown': ({ stage }) => `no stage of the policy is named ${stage}: `,
  'letter-first': letterFirstText,
  'never-dunned': ({ policy }) => `policy "${policy}": this customer is never dunned`,
  'policy-unknown': ({ policy }) =>
    `policy "${policy}" is not in policy.json: nothing is decided until it is`,
  stale: () => 'customer data is stale: ',

  held: ({ invoiceId, from, by, reason }) => {
    const what = invoiceId === undefined ? 'on hold' : `invoice ${invoiceId} is on hold`;
    const whose = by === undefined ? '' : ` by ${by}`;
    return `${what} since ${from}${whose}${reason === undefined ? '' : `: ${reason}`}`;
  },
  'promise-open': ({ invoiceId, until, tolerated }) => {
    const what = until === undefined ? 'promise' : `promise by ${until}`;
    const about = invoiceId === undefined ? what : `${what} for invoice ${invoiceId}`;
    return `${about} is open${tolerated === undefined ? '' : `, tolerated through ${tolerated}`}`;
  },
  'promise-broken': ({ currency, invoiceId, amount: promised, until, paid, from }) => {
    const of = promised === undefined ? '' : ` of ${amount(promised, currency)}`;
    const about = invoiceId === undefined ? '' : ` for invoice ${invoiceId}`;
    return `promise${of}${about}${until === undefined ? '' : ` by ${until}`} is broken: ${amount(paid, currency)} was paid since ${from}`;
  },
  'rests-on-waiting': () => 'the stage rests on invoices that wait',
  'no-address': () => 'the customer has no billing e-mail address',
  'too-soon': ({ lastOn, days }) =>
    `the last letter left on ${lastOn} and the next may leave ${days} days after it`,
  weekday: ({ day }) => `${day} is a ${weekdays.format(Date.parse(day))}`,
  'our-holiday': ({ day }) => `${day} is one of our holidays`,
  'public-holiday': ({ day, name, country }) => `${day} is ${name} in ${country}`,
  'told-on': ({ day }) => `, and it is told on ${day} if it is still so`,

  disputed: () => 'disputed',
  'on-hold': () => 'on hold',
  promised: ({ until }) => `promised by ${until}`,

  budget: ({ currency, month, spent, budget, percent, threshold }) =>
    `month-to-date spend of ${amount(spent, currency)} is ${percent} % of the ${month} budget of ${amount(budget, currency)} and the threshold is ${threshold} %`,
  forecast: ({ currency, month, expected, low, high, percent, budget, spent }) =>
    `${month} is forecast to end at ${amount(expected, currency)} (${amount(low, currency)} to ${amount(high, currency)}), ${percent} % of the budget of ${amount(budget, currency)}, of which ${amount(spent, currency)} is spent`,
  reaches: ({ threshold }) => ` and the threshold is ${threshold} %`,
  misses: ({ threshold }) => `, below the ${threshold} % that were told`,
  early: () => '; an early estimate',
  'last-errors': ({ percent }) =>
    `; last month's forecasts of about this day were ${percent} % off`,
  'data-through': ({ day }) => `; data reach ${day} only`,
  pace: ({ currency, month, budget, spentPercent, days, daysOfMonth, elapsedPercent, points }) =>
    `${spentPercent} % of the ${month} budget of ${amount(budget, currency)} is spent after ${days} of ${daysOfMonth} days (${elapsedPercent} %): more than ${points} points ahead`,
  exposure: ({ currency, total, percent, limit, threshold, ...parts }) =>
    `exposure of ${amount(total, currency)} is ${percent} % of the credit limit of ${amount(limit, currency)} and the threshold is ${threshold} %: ${amount(parts.overdue, currency)} overdue, ${amount(parts.notDue, currency)} not due yet, ${amount(parts.uninvoiced, currency)} not invoiced yet, ${amount(parts.forecastRemainder, currency)} forecast to come this month`,
  refund: refundText,
  'first-usage': ({ currency, spent, since }) =>
    `${amount(spent, currency)} was spent since ${since} and nothing was ever paid: check who this is, and ask for payment before more is used`,
  'no-budget': ({ currency, spent, month, isZero }) =>
    `${amount(spent, currency)} was spent in ${month} ${isZero ? 'on a budget of nothing' : 'without a budget'}; `,
  'other-currency': ({ currency, what, isIn, spent, month }) =>
    `the ${what} is in ${isIn.join(' and ')} and ${amount(spent, currency)} was spent in ${month}: currencies are not converted${what === 'budget' ? '; ' : ''}`,
  proposal: ({ currency, amount: proposed, percent, months }) =>
    `proposed: ${amount(proposed, currency)}, ${percent} % of the median of up to ${months} closed months`,
  'no-proposal': () => 'a budget is proposed once a whole month is closed',
  spike: ({ currency, on, amount: cost, usual }) => {
    const above = usual > 0 ? ` (${Math.round(((cost - usual) * 100) / usual)} % above)` : '';
    return `${on} cost ${amount(cost, currency)} where ${amount(usual, currency)} is usual${above}`;
  },
  'spike-since': ({ currency, excess, since }) =>
    `; ${amount(excess, currency)} above the usual since ${since}`,
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
  'paid-on': ({ day }) => `; paid in full on ${day}`,
  'was-disputed': () => '; what is disputed costs nothing while it is',
  'reference-rate': ({ day, which }) => `; the reference rate of ${day} is the ${which} known`,
};

const weekdays = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' });

function ageText({ basis, invoiceId, days, held }: PartOf<'age'>): string {
  const notCounted = held === 0 ? '' : ` of which ${held} on hold`;
  if (basis === 'invoice-date')
    return `oldest open invoice ${invoiceId} was issued ${daysText(days)} ago${notCounted}`;
  if (days === 0) return `oldest open invoice ${invoiceId} is due today`;
  return days > 0
    ? `oldest overdue invoice ${invoiceId} is ${daysText(days)} past due${notCounted}`
    : `oldest open invoice ${invoiceId} is due in ${daysText(-days)}`;
}

function letterFirstText(part: PartOf<'letter-first'>): string {
  const { stage, letterOf, days, deliveredOn, writtenOn } = part;
  const after = days === 0 ? 'once' : `${daysText(days)} after`;
  const follows = `; ${stage} follows ${after} the ${letterOf} letter is delivered`;
  if (deliveredOn !== undefined) return `${follows}, which it was on ${deliveredOn}`;
  return writtenOn === undefined
    ? `${follows}, and none was written yet`
    : `${follows}, and the one of ${writtenOn} was not yet`;
}

function refundText({ from, lastDay, daysLeft, days }: PartOf<'refund'>): string {
  const rule = `${days} calendar days from the first fraudulent usage on ${from}`;
  const left = daysLeft === 0 ? 'today is the last day' : `${daysText(daysLeft)} left`;
  const said =
    daysLeft < 0
      ? `a credit could be requested through ${lastDay}, ${rule}: that has passed`
      : `a credit can be requested from Microsoft through ${lastDay}, ${rule}: ${left}`;
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
