import type { CurrencyCode } from '../ledger/money.ts';
import { figuresOf } from './figures.ts';
import type { PartOf, ReasonWords } from './reason.ts';

const { money, number, percent: percentOf, count, day, month, list } = figuresOf('sv');

/** Names that the default policy and the sample use; whatever else a reseller calls a stage stays. */
const STAGES: Readonly<Record<string, string>> = {
  courtesy: 'förhandsavisering',
  reminder: 'påminnelse',
  'second-notice': 'andra påminnelsen',
  'final-notice': 'sista påminnelsen',
  'suspension-proposed': 'avstängning föreslagen',
  call: 'ring upp',
};
export const svStage = (name: string): string => STAGES[name] ?? name.replaceAll('-', ' ');

const DAYS = { one: 'dag', other: 'dagar' };
const daysText = (days: number): string => count(days, DAYS);

const amount = (minorUnits: number, currency: CurrencyCode): string =>
  money({ minorUnits, currency });

export const svReasons: ReasonWords = {
  text: ({ text }) => text,

  'nothing-open': () => 'inget är obetalt',
  'nothing-overdue': () => 'inget är förfallet',
  'nothing-counts': ({ currency, disputed, covered, tolerated }) => {
    const parts = [
      disputed > 0 ? `${amount(disputed, currency)} är bestridet` : '',
      covered > 0 ? `ofördelat tillgodohavande täcker ${amount(covered, currency)}` : '',
      tolerated > 0 ? `${amount(tolerated, currency)} ligger inom toleransen` : '',
    ];
    return `inget av det förfallna räknas: ${parts.filter((each) => each !== '').join(', ')}`;
  },
  age: ageText,
  'within-grace': () => 'inom anståndet: ',
  starts: ({ stage, isStrict, days }) => {
    const starts = ` och ${svStage(stage)} börjar ${isStrict ? 'efter' : 'på'}`;
    return days < 0 ? `${starts} ${daysText(-days)} före` : `${starts} dag ${number(days)}`;
  },
  'starts-on': ({ stage, on }) => ` och ${svStage(stage)} börjar ${day(on)}, i slutet av månaden`,
  entered: ({ previous, daysAgo, stage, isStrict, days }) =>
    `, ${svStage(previous)} inleddes för ${daysText(daysAgo)} sedan och ${svStage(stage)} följer efter ${isStrict ? 'mer än ' : ''}${daysText(days)}`,
  raised: ({ stage, follows }) => `${follows ? ', ' : ''}höjt till ${svStage(stage)} eftersom `,
  'no-stages': () => ' och policyn har inga steg',
  'needs-overdue': ({ stage, least, overdue, currency }) =>
    ` men ${svStage(stage)} kräver att ${amount(least, currency)} är förfallet och det är ${amount(overdue, currency)}`,
  'needs-invoices': ({ stage, least, overdue }) =>
    ` men ${svStage(stage)} kräver ${count(least, { one: 'förfallen faktura', other: 'förfallna fakturor' })} och det finns ${number(overdue)}`,
  'needs-tag': ({ stage, tag }) => ` men ${svStage(stage)} är för kunder märkta ${tag}`,
  'without-tag': ({ stage, tag }) => ` men ${svStage(stage)} är inte för kunder märkta ${tag}`,
  'does-not-hold': ({ stage }) => ` men ${svStage(stage)} gäller inte`,
  'and-more': ({ more }) => `, och så är det för ${number(more)} till`,
  'no-longer-at': ({ stage, since }) =>
    `inte längre på ${svStage(stage)}${since === undefined ? '' : ` sedan ${day(since)}`}: `,
  'stage-unknown': ({ stage }) => `inget steg i policyn heter ${svStage(stage)}: `,
  'letter-first': letterFirstText,
  'never-dunned': ({ policy }) => `policy "${policy}": denna kund får aldrig påminnelser`,
  'policy-unknown': ({ policy }) =>
    `policy "${policy}" finns inte i policy.json: inget beslutas förrän den gör det`,
  stale: () => 'kunddata är inaktuella: ',

  held: ({ invoiceId, from, by, reason }) => {
    const what = invoiceId === undefined ? 'pausad' : `faktura ${invoiceId} är pausad`;
    const whose = by === undefined ? '' : ` av ${by}`;
    return `${what} sedan ${day(from)}${whose}${reason === undefined ? '' : `: ${reason}`}`;
  },
  'promise-open': ({ invoiceId, until, tolerated }) => {
    const what = until === undefined ? 'betalningslöfte' : `betalningslöfte till ${day(until)}`;
    const about = invoiceId === undefined ? what : `${what} för faktura ${invoiceId}`;
    return `${about} gäller ännu${tolerated === undefined ? '' : `, med anstånd till och med ${day(tolerated)}`}`;
  },
  'promise-broken': ({ currency, invoiceId, amount: promised, until, paid, from }) => {
    const of = promised === undefined ? '' : ` på ${amount(promised, currency)}`;
    const about = invoiceId === undefined ? '' : ` för faktura ${invoiceId}`;
    return `löfte${of}${about}${until === undefined ? '' : ` senast ${day(until)}`} är brutet: ${amount(paid, currency)} har betalats sedan ${day(from)}`;
  },
  'rests-on-waiting': () => 'steget vilar på fakturor som väntar',
  'no-address': () => 'kunden har ingen e-postadress för fakturor',
  'too-soon': ({ lastOn, days }) =>
    `förra brevet gick ${day(lastOn)} och nästa får gå ${daysText(days)} senare`,
  weekday: ({ day: on }) => `${day(on)} är en ${weekdays.format(Date.parse(on))}`,
  'our-holiday': ({ day: on }) => `${day(on)} är en av våra lediga dagar`,
  'public-holiday': ({ day: on, name, country }) => `${day(on)} är ${name} i ${country}`,
  'told-on': ({ day: on }) => `, och det meddelas ${day(on)} om det då är så`,

  disputed: () => 'bestridet',
  'on-hold': () => 'pausat',
  promised: ({ until }) => (until === undefined ? 'utlovat' : `utlovat till ${day(until)}`),

  budget: ({ currency, month: of, spent, budget, percent = 0, threshold }) =>
    `förbrukningen hittills på ${amount(spent, currency)} är ${percentOf(percent)} av budgeten för ${month(of)} på ${amount(budget, currency)} och gränsen är ${percentOf(threshold)}`,
  forecast: ({ currency, month: of, expected, low, high, percent = 0, budget, spent }) =>
    `${month(of)} väntas sluta på ${amount(expected, currency)} (${amount(low, currency)} till ${amount(high, currency)}), ${percentOf(percent)} av budgeten på ${amount(budget, currency)}, varav ${amount(spent, currency)} är förbrukat`,
  reaches: ({ threshold }) => ` och gränsen är ${percentOf(threshold)}`,
  misses: ({ threshold }) => `, under de ${percentOf(threshold)} som meddelades`,
  early: () => '; en tidig uppskattning',
  'last-errors': ({ percent }) =>
    `; förra månadens prognoser kring denna dag var ${percentOf(percent)} fel`,
  'data-through': ({ day: on }) => `; uppgifterna når bara till ${day(on)}`,
  pace: ({ currency, month: of, budget, ...pace }) =>
    `${percentOf(pace.spentPercent)} av budgeten för ${month(of)} på ${amount(budget, currency)} är förbrukat efter ${number(pace.days)} av ${daysText(pace.daysOfMonth)} (${percentOf(pace.elapsedPercent)}): mer än ${number(pace.points)} punkter före`,
  exposure: ({ currency, total, percent = 0, limit, threshold, ...parts }) =>
    `en exponering på ${amount(total, currency)} är ${percentOf(percent)} av kreditgränsen på ${amount(limit, currency)} och gränsen för varning är ${percentOf(threshold)}: ${amount(parts.overdue, currency)} förfallet, ${amount(parts.notDue, currency)} ej förfallet, ${amount(parts.uninvoiced, currency)} ännu ej fakturerat, ${amount(parts.forecastRemainder, currency)} väntas denna månad`,
  refund: refundText,
  'first-usage': ({ currency, spent, since }) =>
    `${amount(spent, currency)} har förbrukats sedan ${day(since)} och inget har någonsin betalats: kontrollera vem det är, och be om betalning innan mer förbrukas`,
  'no-budget': ({ currency, spent, month: of, isZero }) =>
    `${amount(spent, currency)} förbrukades i ${month(of)} ${isZero ? 'på en budget på noll' : 'utan budget'}; `,
  'other-currency': ({ currency, what, isIn, spent, month: of }) =>
    `${what === 'budget' ? 'budgeten' : 'kreditgränsen'} är i ${list(isIn)} och ${amount(spent, currency)} förbrukades i ${month(of)}: valutor räknas inte om${what === 'budget' ? '; ' : ''}`,
  proposal: ({ currency, amount: proposed, percent, months }) =>
    `förslag: ${amount(proposed, currency)}, ${percentOf(percent)} av medianen av högst ${number(months)} avslutade månader`,
  'no-proposal': () => 'en budget föreslås när en hel månad är avslutad',
  spike: ({ currency, on, amount: cost, usual }) => {
    const above =
      usual > 0 ? ` (${percentOf(Math.round(((cost - usual) * 100) / usual))} mer)` : '';
    return `${day(on)} kostade ${amount(cost, currency)} där ${amount(usual, currency)} är vanligt${above}`;
  },
  'spike-since': ({ currency, excess, since }) =>
    `; ${amount(excess, currency)} över det vanliga sedan ${day(since)}`,
  'spend-parts': ({ currency, parts }) =>
    `. Den här månaden hittills: ${parts.map((each) => `${each.name} ${amount(each.amount, currency)} (${each.percent} %)`).join(', ')}`,
  'spend-parts-unknown': () => '. Vad det gäller är inte känt: ',
  drivers: ({ currency, drivers }) =>
    `; på grund av ${drivers.map(({ name, excess }) => `${name} +${amount(excess, currency)}`).join(', ')}`,
  'looks-like': ({ shape }) =>
    shape === 'crypto-mining-like'
      ? '. Beräkningskraft som hoppar upp och stannar liknar brytning på stulna maskiner: titta nu. Är det bedrägeri, registrera ett fraud-case från första dagen, eftersom kredit bara kan begäras i 60 dagar'
      : '. Ett plötsligt hopp i beräkningskraft kan vara stulna maskiner: titta i dag',

  'late-fee': lateFeeText,
  'paid-on': ({ day: on }) => `; helt betald ${on}`,
  'was-disputed': () => '; det som bestrids kostar inget så länge',
  'reference-rate': ({ day: on, which }) =>
    `; referensräntan från ${day(on)} är den ${which === 'oldest' ? 'äldsta' : 'senaste'} kända`,
};

const weekdays = new Intl.DateTimeFormat('sv', { weekday: 'long', timeZone: 'UTC' });

function ageText({ basis, invoiceId, days, held }: PartOf<'age'>): string {
  const notCounted = held === 0 ? '' : `, varav ${number(held)} pausade`;
  if (basis === 'invoice-date')
    return `äldsta obetalda faktura ${invoiceId} ställdes ut för ${daysText(days)} sedan${notCounted}`;
  if (days === 0) return `äldsta obetalda faktura ${invoiceId} förfaller i dag`;
  return days > 0
    ? `äldsta förfallna faktura ${invoiceId} är ${daysText(days)} försenad${notCounted}`
    : `äldsta obetalda faktura ${invoiceId} förfaller om ${daysText(-days)}`;
}

function letterFirstText(part: PartOf<'letter-first'>): string {
  const { stage, letterOf, days, deliveredOn, writtenOn } = part;
  const after = days === 0 ? 'när' : `${daysText(days)} efter att`;
  const follows = `; ${svStage(stage)} följer ${after} brevet för ${svStage(letterOf)} har levererats`;
  if (deliveredOn !== undefined) return `${follows}, vilket skedde ${day(deliveredOn)}`;
  return writtenOn === undefined
    ? `${follows}, och inget har skrivits ännu`
    : `${follows}, och det från ${day(writtenOn)} har inte det ännu`;
}

function refundText({ from, lastDay, daysLeft, days }: PartOf<'refund'>): string {
  const rule = `${count(days, { one: 'kalenderdag', other: 'kalenderdagar' })} från den första bedrägliga användningen ${day(from)}`;
  const left = daysLeft === 0 ? 'i dag är sista dagen' : `${daysText(daysLeft)} kvar`;
  const said =
    daysLeft < 0
      ? `en kredit kunde begäras till och med ${day(lastDay)}, ${rule}: det har passerat`
      : `en kredit kan begäras av Microsoft till och med ${day(lastDay)}, ${rule}: ${left}`;
  return `${said}. Microsoft beviljar denna kredit en gång per kund, efter eget gottfinnande`;
}

const rateText = (millionths: number): string => percentOf(millionths / 10_000);

function lateFeeText(part: PartOf<'late-fee'>): string {
  const { currency, days, rates, onceMillionths, chargedOnce, fixed } = part;
  const charges = [
    ...rates.map((rate) => `${daysText(rate.days)} till ${rateText(rate.millionths)} per år`),
    ...(onceMillionths > 0 && chargedOnce > 0
      ? [`${rateText(onceMillionths)} av ${amount(chargedOnce, currency)} obetalt`]
      : []),
    ...(fixed > 0 ? [`fast ${amount(fixed, currency)}`] : []),
  ];
  const past = rates.length === 1 ? '' : `${daysText(days)} försenad: `;
  return `${past}${list(charges)}`;
}
