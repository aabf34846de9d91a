import type { CurrencyCode } from '../ledger/money.ts';
import { figuresOf } from './figures.ts';
import type { PartOf, ReasonWords } from './reason.ts';

const { money, number, percent: percentOf, count, day, month, list } = figuresOf('nl');

/** Names that the default policy and the sample use; whatever else a reseller calls a stage stays. */
const STAGES: Readonly<Record<string, string>> = {
  courtesy: 'attendering',
  reminder: 'herinnering',
  'second-notice': 'tweede aanmaning',
  'final-notice': 'laatste aanmaning',
  'suspension-proposed': 'opschorting voorgesteld',
  call: 'bellen',
};
export const nlStage = (name: string): string => STAGES[name] ?? name.replaceAll('-', ' ');

const DAYS = { one: 'dag', other: 'dagen' };
const daysText = (days: number): string => count(days, DAYS);

const amount = (minorUnits: number, currency: CurrencyCode): string =>
  money({ minorUnits, currency });

export const nlReasons: ReasonWords = {
  text: ({ text }) => text,

  'nothing-open': () => 'er staat niets open',
  'nothing-overdue': () => 'er is niets te laat',
  'nothing-counts': ({ currency, disputed, covered, tolerated }) => {
    const parts = [
      disputed > 0 ? `${amount(disputed, currency)} is betwist` : '',
      covered > 0 ? `niet verwerkt tegoed dekt ${amount(covered, currency)}` : '',
      tolerated > 0 ? `${amount(tolerated, currency)} valt binnen de tolerantie` : '',
    ];
    return `van wat te laat is, telt niets: ${parts.filter((each) => each !== '').join(', ')}`;
  },
  age: ageText,
  'within-grace': () => 'binnen de respijttermijn: ',
  starts: ({ stage, isStrict, days }) => {
    const starts = ` en ${nlStage(stage)} begint ${isStrict ? 'na' : 'op'}`;
    return days < 0 ? `${starts} ${daysText(-days)} ervoor` : `${starts} dag ${number(days)}`;
  },
  'starts-on': ({ stage, on }) =>
    ` en ${nlStage(stage)} begint op ${day(on)}, aan het eind van de maand`,
  entered: ({ previous, daysAgo, stage, isStrict, days }) =>
    `, ${nlStage(previous)} ging ${daysText(daysAgo)} geleden in en ${nlStage(stage)} volgt na ${isStrict ? 'meer dan ' : ''}${daysText(days)}`,
  raised: ({ stage, follows }) => `${follows ? ', ' : ''}verhoogd naar ${nlStage(stage)}, want `,
  'no-stages': () => ' en het beleid kent geen fasen',
  'needs-overdue': ({ stage, least, overdue, currency }) =>
    `, maar voor ${nlStage(stage)} moet ${amount(least, currency)} te laat zijn en het is ${amount(overdue, currency)}`,
  'needs-invoices': ({ stage, least, overdue }) =>
    `, maar voor ${nlStage(stage)} moeten ${count(least, { one: 'factuur', other: 'facturen' })} te laat zijn en het zijn er ${number(overdue)}`,
  'needs-tag': ({ stage, tag }) => `, maar ${nlStage(stage)} is voor klanten met het label ${tag}`,
  'without-tag': ({ stage, tag }) =>
    `, maar ${nlStage(stage)} is niet voor klanten met het label ${tag}`,
  'does-not-hold': ({ stage }) => `, maar ${nlStage(stage)} geldt niet`,
  'and-more': ({ more }) => `, en hetzelfde geldt voor nog ${number(more)}`,
  'no-longer-at': ({ stage, since }) =>
    `niet langer op ${nlStage(stage)}${since === undefined ? '' : ` sinds ${day(since)}`}: `,
  'stage-unknown': ({ stage }) => `geen fase van het beleid heet ${nlStage(stage)}: `,
  'letter-first': letterFirstText,
  'never-dunned': ({ policy }) => `beleid "${policy}": deze klant wordt nooit aangemaand`,
  'policy-unknown': ({ policy }) =>
    `beleid "${policy}" staat niet in policy.json: tot dan wordt niets besloten`,
  stale: () => 'klantgegevens zijn verouderd: ',

  held: ({ invoiceId, from, by, reason }) => {
    const what = invoiceId === undefined ? 'in de wacht' : `factuur ${invoiceId} staat in de wacht`;
    const whose = by === undefined ? '' : ` door ${by}`;
    return `${what} sinds ${day(from)}${whose}${reason === undefined ? '' : `: ${reason}`}`;
  },
  'promise-open': ({ invoiceId, until, tolerated }) => {
    const what =
      until === undefined ? 'betalingstoezegging' : `betalingstoezegging voor ${day(until)}`;
    const about = invoiceId === undefined ? what : `${what} van factuur ${invoiceId}`;
    return `${about} loopt nog${tolerated === undefined ? '' : `, met uitstel tot en met ${day(tolerated)}`}`;
  },
  'promise-broken': ({ currency, invoiceId, amount: promised, until, paid, from }) => {
    const of = promised === undefined ? '' : ` van ${amount(promised, currency)}`;
    const about = invoiceId === undefined ? '' : ` voor factuur ${invoiceId}`;
    return `toezegging${of}${about}${until === undefined ? '' : ` uiterlijk ${day(until)}`} is niet nagekomen: sinds ${day(from)} is ${amount(paid, currency)} betaald`;
  },
  'rests-on-waiting': () => 'de fase rust op facturen die wachten',
  'no-address': () => 'de klant heeft geen e-mailadres voor facturen',
  'too-soon': ({ lastOn, days }) =>
    `de vorige brief ging op ${day(lastOn)} uit en de volgende mag ${daysText(days)} later`,
  weekday: ({ day: on }) => `${day(on)} is een ${weekdays.format(Date.parse(on))}`,
  'our-holiday': ({ day: on }) => `${day(on)} is een van onze vrije dagen`,
  'public-holiday': ({ day: on, name, country }) => `${day(on)} is ${name} in ${country}`,
  'told-on': ({ day: on }) => `; het wordt op ${day(on)} gemeld als het dan nog zo is`,

  disputed: () => 'betwist',
  'on-hold': () => 'in de wacht',
  promised: ({ until }) => (until === undefined ? 'toegezegd' : `toegezegd voor ${day(until)}`),

  budget: ({ currency, month: of, spent, budget, percent = 0, threshold }) =>
    `het verbruik tot nu toe van ${amount(spent, currency)} is ${percentOf(percent)} van het budget voor ${month(of)} van ${amount(budget, currency)} en de drempel is ${percentOf(threshold)}`,
  forecast: ({ currency, month: of, expected, low, high, percent = 0, budget, spent }) =>
    `${month(of)} eindigt naar verwachting op ${amount(expected, currency)} (${amount(low, currency)} tot ${amount(high, currency)}), ${percentOf(percent)} van het budget van ${amount(budget, currency)}, waarvan ${amount(spent, currency)} is verbruikt`,
  reaches: ({ threshold }) => ` en de drempel is ${percentOf(threshold)}`,
  misses: ({ threshold }) => `, minder dan de ${percentOf(threshold)} die gemeld was`,
  early: () => '; een vroege schatting',
  'last-errors': ({ percent }) =>
    `; de prognoses van vorige maand rond deze dag zaten er ${percentOf(percent)} naast`,
  'data-through': ({ day: on }) => `; de gegevens gaan maar tot ${day(on)}`,
  pace: ({ currency, month: of, budget, ...pace }) =>
    `${percentOf(pace.spentPercent)} van het budget voor ${month(of)} van ${amount(budget, currency)} is verbruikt na ${number(pace.days)} van ${daysText(pace.daysOfMonth)} (${percentOf(pace.elapsedPercent)}): meer dan ${number(pace.points)} punten voor`,
  exposure: ({ currency, total, percent = 0, limit, threshold, ...parts }) =>
    `een risico van ${amount(total, currency)} is ${percentOf(percent)} van de kredietlimiet van ${amount(limit, currency)} en de drempel is ${percentOf(threshold)}: ${amount(parts.overdue, currency)} te laat, ${amount(parts.notDue, currency)} nog niet vervallen, ${amount(parts.uninvoiced, currency)} nog niet gefactureerd, ${amount(parts.forecastRemainder, currency)} nog te verwachten deze maand`,
  refund: refundText,
  'first-usage': ({ currency, spent, since }) =>
    `sinds ${day(since)} is ${amount(spent, currency)} verbruikt en nooit iets betaald: ga na wie dit is, en vraag om betaling voordat er meer wordt verbruikt`,
  'no-budget': ({ currency, spent, month: of, isZero }) =>
    `in ${month(of)} is ${amount(spent, currency)} verbruikt ${isZero ? 'op een budget van niets' : 'zonder budget'}; `,
  'other-currency': ({ currency, what, isIn, spent, month: of }) =>
    `${what === 'budget' ? 'het budget' : 'de kredietlimiet'} is in ${list(isIn)} en in ${month(of)} is ${amount(spent, currency)} verbruikt: valuta worden niet omgerekend${what === 'budget' ? '; ' : ''}`,
  proposal: ({ currency, amount: proposed, percent, months }) =>
    `voorstel: ${amount(proposed, currency)}, ${percentOf(percent)} van de mediaan van ten hoogste ${number(months)} afgesloten maanden`,
  'no-proposal': () => 'een budget wordt voorgesteld zodra een hele maand is afgesloten',
  spike: ({ currency, on, amount: cost, usual }) => {
    const above =
      usual > 0 ? ` (${percentOf(Math.round(((cost - usual) * 100) / usual))} meer)` : '';
    return `${day(on)} kostte ${amount(cost, currency)} waar ${amount(usual, currency)} gewoon is${above}`;
  },
  'spike-since': ({ currency, excess, since }) =>
    `; ${amount(excess, currency)} boven het gewone sinds ${day(since)}`,
  'spend-parts': ({ currency, parts }) =>
    `. Deze maand tot nu toe: ${parts.map((each) => `${each.name} ${amount(each.amount, currency)} (${each.percent} %)`).join(', ')}`,
  'spend-parts-unknown': () => '. Waaraan het is uitgegeven, is niet bekend: ',
  drivers: ({ currency, drivers }) =>
    `; door ${drivers.map(({ name, excess }) => `${name} +${amount(excess, currency)}`).join(', ')}`,
  'looks-like': ({ shape }) =>
    shape === 'crypto-mining-like'
      ? '. Rekenkracht die omhoogspringt en blijft, lijkt op mining op gestolen machines: kijk nu. Is het fraude, leg dan een fraud-case vast vanaf de eerste dag, want een credit kan maar 60 dagen worden aangevraagd'
      : '. Een plotselinge sprong in rekenkracht kan van gestolen machines komen: kijk vandaag',

  'late-fee': lateFeeText,
  'paid-on': ({ day: on }) => `; volledig betaald op ${on}`,
  'was-disputed': () => '; wat betwist wordt, kost zolang niets',
  'reference-rate': ({ day: on, which }) =>
    `; de referentierente van ${day(on)} is de ${which === 'oldest' ? 'oudste' : 'nieuwste'} die bekend is`,
};

const weekdays = new Intl.DateTimeFormat('nl', { weekday: 'long', timeZone: 'UTC' });

function ageText({ basis, invoiceId, days, held }: PartOf<'age'>): string {
  const notCounted = held === 0 ? '' : `, waarvan ${number(held)} in de wacht`;
  if (basis === 'invoice-date')
    return `oudste openstaande factuur ${invoiceId} is van ${daysText(days)} geleden${notCounted}`;
  if (days === 0) return `oudste openstaande factuur ${invoiceId} vervalt vandaag`;
  return days > 0
    ? `oudste factuur ${invoiceId} is ${daysText(days)} te laat${notCounted}`
    : `oudste openstaande factuur ${invoiceId} vervalt over ${daysText(-days)}`;
}

function letterFirstText(part: PartOf<'letter-first'>): string {
  const { stage, letterOf, days, deliveredOn, writtenOn } = part;
  const after = days === 0 ? 'zodra' : `${daysText(days)} nadat`;
  const follows = `; ${nlStage(stage)} volgt ${after} de brief van ${nlStage(letterOf)} is bezorgd`;
  if (deliveredOn !== undefined) return `${follows}, en dat was op ${day(deliveredOn)}`;
  return writtenOn === undefined
    ? `${follows}, en er is nog geen geschreven`
    : `${follows}, en die van ${day(writtenOn)} is dat nog niet`;
}

function refundText({ from, lastDay, daysLeft, days }: PartOf<'refund'>): string {
  const rule = `${count(days, { one: 'kalenderdag', other: 'kalenderdagen' })} vanaf het eerste frauduleuze gebruik op ${day(from)}`;
  const left = daysLeft === 0 ? 'vandaag is de laatste dag' : `nog ${daysText(daysLeft)}`;
  const said =
    daysLeft < 0
      ? `een credit kon tot en met ${day(lastDay)} worden aangevraagd, ${rule}: dat is voorbij`
      : `een credit kan tot en met ${day(lastDay)} bij Microsoft worden aangevraagd, ${rule}: ${left}`;
  return `${said}. Microsoft verleent deze credit eenmaal per klant, naar eigen inzicht`;
}

const rateText = (millionths: number): string => percentOf(millionths / 10_000);

function lateFeeText(part: PartOf<'late-fee'>): string {
  const { currency, days, rates, onceMillionths, chargedOnce, fixed } = part;
  const charges = [
    ...rates.map((rate) => `${daysText(rate.days)} tegen ${rateText(rate.millionths)} per jaar`),
    ...(onceMillionths > 0 && chargedOnce > 0
      ? [`${rateText(onceMillionths)} van ${amount(chargedOnce, currency)} openstaand`]
      : []),
    ...(fixed > 0 ? [`vast ${amount(fixed, currency)}`] : []),
  ];
  const past = rates.length === 1 ? '' : `${daysText(days)} te laat: `;
  return `${past}${list(charges)}`;
}
