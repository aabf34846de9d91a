import type { CurrencyCode } from '../ledger/money.ts';
import { figuresIn } from './figures.ts';
import { type PartOf, type ReasonWords, reasonText } from './reason.ts';
import type { Words } from './words.ts';

const figures = figuresIn('nl');
const { money, number, percent: percentOf, count, day, month, instant, weekday, list } = figures;

const CUSTOMERS = { one: 'klant', other: 'klanten' };
const DAYS = { one: 'dag', other: 'dagen' };

const opened = (areAllPastDue: boolean): string =>
  `Volgens onze administratie ${areAllPastDue ? 'is de vervaldatum van onderstaande facturen verstreken' : 'staan onderstaande facturen open'}`;

const OUTCOME = {
  completed: 'is voltooid',
  'completed-with-failures': 'is voltooid, met fouten',
  failed: 'is mislukt',
};

const ACTIONS: ReadonlyMap<string, string> = new Map([['propose-suspension', 'opschorten']]);

const spaced = (name: string): string => name.replaceAll('-', ' ');

/** Names that the default policy and the sample use; whatever else a reseller calls a stage stays. */
const STAGES: ReadonlyMap<string, string> = new Map([
  ['courtesy', 'attentie'],
  ['reminder', 'herinnering'],
  ['second-notice', 'aanmaning'],
  ['final-notice', 'laatste aanmaning'],
  ['suspension-proposed', 'opschorting voorgesteld'],
  ['call', 'bellen'],
]);
const stageName = (name: string): string => STAGES.get(name) ?? spaced(name);

export const nl: Words = {
  figures,
  customer: 'Klant',
  customers: CUSTOMERS,
  why: 'Waarom',
  andMore: (more) => `en nog ${number(more)}`,
  dataAsOf: (asOf) => `Gegevens tot en met ${day(asOf)}.`,
  readAt: (source, at) => `${source}: nieuwste van ${instant(at)}`,
  openPage: 'Openen in Duewatch',
  footer: (reseller) => `Geschreven door Duewatch voor ${reseller}.`,
  phrases: {
    empty: 'is leeg',
    unreadable: 'is niet te lezen',
    'one-of': 'verwacht wordt een van {values}',
    'yes-or-no': 'verwacht wordt yes of no',
    day: 'verwacht wordt een dag als JJJJ-MM-DD',
    'no-day': 'is geen dag van de kalender',
    month: 'verwacht wordt een maand zoals 2026-01',
    decimal: 'verwacht wordt een gewoon decimaal getal zoals 1234.50',
    decimals: 'heeft meer decimalen dan de {decimals} van {currency}',
    'too-large': 'is te groot om exact te bewaren',
    negative: 'is negatief',
    currency: 'verwacht wordt een valuta volgens ISO 4217, zoals EUR',
    addresses:
      'verwacht worden e-mailadressen: een komma tussen personen, een puntkomma voor het volgende contact',
    'long-id': 'is te lang voor een id',
    'endless-promise': 'is leeg, en een toezegging eindigt',
    'before-from': 'ligt voor "{day}" in from',
    'control-character': 'bevat een stuurteken',
    'not-utf-8': 'bevat bytes die geen UTF-8 zijn',
    'long-cell': 'is langer dan {characters} tekens',
    'more-cells': 'heeft meer cellen dan de kopregel',
    'open-quote': 'opent een aanhalingsteken dat nooit sluit',
    'misplaced-quote': 'heeft een aanhalingsteken op de verkeerde plaats',
    'customer-twice': 'klant "{id}" stond al op regel {line}, met andere waarden',
    'invoice-twice': 'factuur "{id}" stond al op regel {line}, met andere waarden',
    'payment-twice': 'betaling "{id}" stond al op regel {line}, met andere waarden',
    'no-customer': 'geen klant "{id}" in customers.csv',
    'no-invoice': 'geen factuur "{id}" van deze klant',
    'no-header': 'heeft geen kopregel',
    'header-quote': 'heeft in de kopregel een aanhalingsteken zonder tegenhanger',
    'save-as-utf-8': 'is geen UTF-8: bewaar het als "CSV UTF-8"',
    'twice-in-header': 'staat twee keer in de kopregel',
    'not-in-header': 'ontbreekt in de kopregel',
    semicolons: 'ontbreekt in de kopregel, waarin puntkomma’s staan waar komma’s horen',
    'small-letters': 'verwacht worden hoofdletters',
    'spreadsheet-day': 'ligt voor 1970, zoals spreadsheets een ontbrekende dag schrijven',
    'long-header': 'heeft in de kopregel meer dan {characters} tekens',
    'long-record': 'heeft meer dan {characters} tekens',
    'sep-line': 'ontbreekt in de kopregel, waar de regel "sep=" voor staat: haal die regel weg',
    'carriage-returns':
      'ontbreekt in de kopregel, want de regels eindigen alleen op een regelterugloop',
    tabs: 'ontbreekt in de kopregel, waarin tabs staan waar komma’s horen',
    bars: 'ontbreekt in de kopregel, waarin verticale strepen staan waar komma’s horen',
    'other-capitals':
      'ontbreekt in de kopregel, waarin "{name}" staat: hoofdletters en kleine letters tellen',
    'other-name': 'wordt onder deze naam niet gelezen: noem het {file}',
    'no-file':
      'is geen bestand, maar een map of een koppeling die nergens heen leidt: zet het bestand daar',
    'unread-file': '{file} kon niet worden gelezen',
    'not-to-the-end': '{file} kon niet tot het einde worden gelezen',
    'no-row': 'geen rij van {file} kon worden gelezen',
    'older-than-allowed': 'ouder dan de {hours} uur die mogen',
    'source-old': 'bron {name} is {hours} uur oud en {allowed} uur mag',
    'source-shrunk':
      'bron {name} heeft {invoices} facturen en had er {before} toen zij voor het laatst heel werd gelezen',
    'payments-shrunk':
      'bron {name} heeft {payments} betalingen en had er {before} toen zij voor het laatst heel werd gelezen',
    'no-item': 'geen regel van {name} kon worden gelezen',
    'source-not-whole': 'bron {name} is niet heel: {because}',
    'source-unread': 'bron {name} kon niet worden gelezen: {because}',
    'readings-old':
      'van {count} klanten is de maand tot nu toe meer dan twee dagen geleden berekend: wat zij sindsdien verbruikten, is niet bekend',
    'reading-old':
      'van {count} klant is de maand tot nu toe meer dan twee dagen geleden berekend: wat die sindsdien verbruikte, is niet bekend',
    cancelled: 'geannuleerd door {name}',
    'unknown-customer': 'geen bron kent klant "{id}"',
  },
  letter: {
    tones: {
      courtesy: {
        title: 'Betalingsattentie',
        opening: (late) =>
          `${opened(late)}. Dit bericht is een service, zodat de vervaldatum u niet ontgaat.`,
        closing:
          'Is uw betaling al onderweg, dan kunt u dit bericht als niet verzonden beschouwen. Klopt er iets niet aan een factuur, beantwoord dan deze e-mail.',
      },
      reminder: {
        title: 'Betalingsherinnering',
        opening: (late) =>
          `${opened(late)}. Mogelijk is dit aan uw aandacht ontsnapt: wij verzoeken u het genoemde bedrag te betalen, of ons te laten weten wat daaraan in de weg staat.`,
        closing:
          'Hebt u inmiddels betaald, dan kunt u deze brief als niet verzonden beschouwen. Klopt er iets niet aan een factuur, beantwoord dan deze e-mail.',
      },
      'second-notice': {
        title: 'Aanmaning',
        opening: (late) =>
          `${opened(late)}. Met deze aanmaning verzoeken wij u het genoemde bedrag zonder verder uitstel te betalen.`,
        closing:
          'Hebt u inmiddels betaald, dan kunt u deze brief als niet verzonden beschouwen. Betwist u een factuur of kunt u nu niet volledig betalen, beantwoord dan deze e-mail, zodat wij samen een oplossing vinden.',
      },
      'final-notice': {
        title: 'Laatste aanmaning',
        opening: (late) =>
          `Dit is onze laatste aanmaning. ${opened(late)}. Wij verzoeken u dringend het genoemde bedrag per omgaande te betalen. Ontvangen wij betaling noch antwoord, dan overwegen wij verdere stappen op grond van onze overeenkomst, waaronder opschorting van uw diensten.`,
        closing:
          'Hebt u inmiddels betaald, dan kunt u deze brief als niet verzonden beschouwen. Betwist u een factuur of kunt u nu niet volledig betalen, beantwoord dan vandaag nog deze e-mail, zodat wij samen een oplossing vinden.',
      },
      credit: {
        title: 'Een vraag over uw tegoed',
        opening: (late) =>
          `${opened(late)}, en uw nog niet verrekende tegoed dekt deze. Wilt u ons laten weten voor welke facturen het bestemd is?`,
        closing: 'Klopt er iets niet aan een factuur, beantwoord dan deze e-mail.',
      },
      'thank-you': {
        title: 'Dank voor uw betaling',
        opening: () =>
          'Hartelijk dank: wij hebben uw betaling ontvangen. Onze laatste brief aan u is daarmee afgehandeld.',
        closing: 'U hoeft niets te doen.',
      },
    },
    subject: (title, reseller, amounts) =>
      `${title} van ${reseller}${amounts.length === 0 ? '' : `: ${list(amounts)} te betalen`}`,
    thanksSubject: (reseller) => `Dank voor uw betaling aan ${reseller}`,
    greeting: (name) => `Aan ${name}`,
    regards: 'Met vriendelijke groet,',
    thanksBeside: (currencies) =>
      `Dank voor uw betaling in ${list(currencies)}: onze laatste brief over deze valuta is daarmee afgehandeld. Deze brief gaat over de overige bedragen.`,
    suspension: (on) =>
      `Zonder betaling of antwoord van u overwegen wij uw diensten vanaf ${day(on)} op te schorten.`,
    amountToPay: 'Te betalen',
    asOf: (asOf) =>
      `Alle bedragen zijn per ${day(asOf)}; latere betalingen zijn er nog niet in verwerkt.`,
    inCurrency: (currency) => `In ${currency}`,
    invoices: 'Facturen',
    invoice: 'Factuur',
    due: 'Vervaldatum',
    openAmount: 'Openstaand',
    issuedOn: (issued) => `van ${issued}`,
    pastDue: (days) => `${count(days, DAYS)} te laat`,
    total: 'Totaal',
    unappliedCredit: 'Af: uw nog niet verrekende tegoed',
    creditCovers: (credit) => `Uw nog niet verrekende tegoed van ${money(credit)} dekt dit.`,
    notAskedFor: (named, more) =>
      `Niet in dit bedrag begrepen: ${named.join(', ')}${more > 0 ? ` en nog ${number(more)}` : ''}`,
    leftOut: (amount, invoiceId, because) => `${money(amount)} van ${invoiceId} (${because})`,
    lateFees: (sum) =>
      `Ter informatie: de rente en kosten wegens te late betaling van deze facturen bedragen tot nu toe ${money(sum)}. Ze zijn niet in het te betalen bedrag begrepen.`,
    lateFee: 'Rente en kosten tot nu toe',
    howItComesAbout: 'Hoe dit is opgebouwd',
    payment: 'Zo betaalt u',
    accountHolder: 'Rekeninghouder',
    bank: 'Bank',
    accountNumber: 'Rekeningnummer',
    reference: 'Kenmerk',
    invoiceNumbers: 'de factuurnummers',
    payOnline: 'Online betalen',
    statementAttached: 'Een overzicht van uw openstaande facturen is bijgevoegd.',
  },
  statement: {
    title: 'Overzicht openstaande facturen',
    fileName: 'openstaande-facturen',
    of: (customer, reseller, asOf) => `${customer} bij ${reseller}, per ${day(asOf)}`,
    issued: 'Factuurdatum',
    amount: 'Bedrag',
    daysPastDue: 'Dagen te laat',
    currency: 'Valuta',
    balance: 'Saldo',
    remark: 'Opmerking',
  },
  digest: {
    trouble: {
      dunning: (name) => stageName(name === '' ? 'reminder' : name),
      'promise-broken': () => 'toezegging niet nagekomen',
      unheard: () => 'brief niet verzonden',
      anomaly: (shape) =>
        ({
          'crypto-mining-like': 'verbruik lijkt op cryptomining',
          'sudden-compute': 'plotselinge sprong in rekenkracht',
        })[shape] ?? 'piek in verbruik',
      'refund-clock': (left) =>
        left === 'expired'
          ? 'creditaanvraag wegens fraude: te laat'
          : `creditaanvraag wegens fraude: nog ${count(Number(left), DAYS)}`,
      exposure: (reached) => `risico ${percentOf(Number(reached))} van de kredietlimiet`,
      'first-usage': () => 'verbruik vóór de eerste betaling',
      budget: (reached) => `budget ${percentOf(Number(reached))}`,
      'budget-forecast': (reached) => `prognose ${percentOf(Number(reached))} van het budget`,
      'budget-pace': (points) => `verbruik loopt ${points} punten voor op de maand`,
      'currency-mismatch': (what) =>
        `${what === 'budget' ? 'budget' : 'kredietlimiet'} in een andere valuta`,
      'no-budget': () => 'geen budget',
    },
    stage: stageName,
    action: (name) => ACTIONS.get(name) ?? spaced(name),
    noStage: 'geen fase',
    attention: (customers) =>
      `${count(customers, CUSTOMERS)} ${customers === 1 ? 'vraagt' : 'vragen'} aandacht`,
    cameDown: (customers) => `${count(customers, CUSTOMERS)} hersteld`,
    nothingWorse: 'Er is niets nieuws, en niets is verergerd.',
    firstStep: 'Begin bovenaan: waar het meeste geld op het spel staat, komt eerst.',
    personDecides: 'Acties zijn voorstellen; een mens beslist.',
    headline: (name, what, risk) => `${name} ${what}${risk === undefined ? '' : `, ${risk}`}`,
    cameDownFrom: (name, was) => `${name} niet langer op ${was}`,
    hello: (name) => `Beste ${name},`,
    newOrWorse: 'Nieuw of erger',
    atRisk: 'op het spel',
    overdue: 'achterstallig',
    overdueTitle: 'Achterstallig',
    overdueSince: (overdue, days) =>
      `${money(overdue)} achterstallig${days > 0 ? `, ${count(days, DAYS)} na de vervaldatum` : ''}`,
    letterNotSent: (because) => `Brief niet verzonden: ${because}`,
    proposed: (actions) => `Voorstel: ${list(actions)}`,
    ofBudget: (spent, budget, of) =>
      `${money(spent)} van het budget voor ${month(of)} van ${money(budget)}`,
    ofLimit: (total, limit) => `${money(total)} van de kredietlimiet van ${money(limit)}`,
    forecast: (expected, low, high) =>
      `prognose ${money(expected)} (${money(low)} tot ${money(high)})`,
    lastErrors: (off) => `de prognoses van vorige maand zaten er ${percentOf(off)} naast`,
    receded: 'weer onder de drempel',
    trend: (from, through, last, usual) =>
      `Verbruik per dag, ${day(from)} tot en met ${day(through)}: laatst ${money(last)}, gewoonlijk ${money(usual)}`,
    stillWaiting: 'Wacht nog',
    recovered: 'Gezakt of vereffend',
    was: 'Was',
    isNow: 'Is nu',
    belowForecast: 'eronder',
    onStage: 'Alle klanten in een fase',
    othersOnStage: 'Anderen in een fase',
    stageTitle: 'Fase',
    since: (since) => `sinds ${since}`,
    overdueInTotal: 'Totaal achterstallig',
    aging: 'Openstaande facturen naar dagen na de vervaldatum',
    agingTotal: (open, customers) => `${money(open)} open bij ${count(customers, CUSTOMERS)}`,
    bucket: (name) => (name === 'current' ? 'niet vervallen' : name.replace(/^over-/, 'meer dan ')),
    exposed: 'Risico dicht bij de limiet',
    exposure: 'Risico',
    creditLimit: 'Kredietlimiet',
    used: 'Benut',
    watched: 'Verbruik om te volgen',
    howItStands: 'Stand van zaken',
    spikeSince: (since) => `piek sinds ${day(since)}`,
    refund: 'creditaanvraag wegens fraude',
    refundThrough: (last) => `tot en met ${day(last)}`,
    refundTooLate: (last) => `te laat sinds ${day(last)}`,
    budgetOf: (of) => `budget ${month(of)}`,
    urgent: 'dringend',
    alertSubject: (headline) => `Dringend: ${headline}`,
    alertOpening: (name) => `${name} vraagt nu aandacht`,
    alertAgain: 'Dit staat ook in het volgende overzicht, met al het andere.',
  },
  summary: {
    title: 'Zo verliep de nacht',
    subject: (asOf, status, { evaluated, failed, rejected }, emails, isHeld) => {
      const news = [
        `${count(evaluated, CUSTOMERS)} beoordeeld`,
        failed > 0 ? `${number(failed)} mislukt` : '',
        count(emails, { one: 'e-mail', other: 'e-mails' }),
        rejected > 0 ? `${count(rejected, { one: 'rij', other: 'rijen' })} afgekeurd` : '',
        isHeld ? 'fasen vastgehouden' : '',
      ];
      return `Nacht van ${day(asOf)} ${OUTCOME[status]}: ${news.filter(Boolean).join(', ')}`;
    },
    outcome: (asOf, status, because) =>
      `De nacht van ${day(asOf)} ${OUTCOME[status]}${because === undefined ? '' : `: ${because}`}.`,
    run: (id) => `Run ${id}`,
    counted: ({ customers, evaluated, failed }) =>
      `${count(customers, CUSTOMERS)}: ${number(evaluated)} beoordeeld, ${number(failed)} mislukt.`,
    read: ({ invoices, payments, spendRows, rejected, duplicates }) =>
      `Gelezen: ${count(invoices, { one: 'factuur', other: 'facturen' })}, ${count(payments, { one: 'betaling', other: 'betalingen' })}, ${count(spendRows, { one: 'verbruiksrij', other: 'verbruiksrijen' })}; ${count(rejected, { one: 'rij', other: 'rijen' })} afgekeurd, ${count(duplicates, { one: 'duplicaat', other: 'duplicaten' })}.`,
    held: (because) => `Vannacht bewoog geen enkele fase: ${because}.`,
    failures: 'Mislukt',
    whatFailed: 'Wat mislukte',
    unowned: 'Verbruik zonder klant',
    withoutTenant: 'Schulden zonder tenant',
    unownedAdvice:
      'Deze klanten worden u in rekening gebracht en staan in niemands boeken: factureer ze, of beëindig het.',
    customers: 'Klanten',
    spent: 'Verbruikt',
    findings: 'Bevindingen',
    finding: 'Wat vreemd is aan een bron',
    stages: 'Klanten in een fase',
    emails: 'E-mails',
    kindOfEmail: 'Soort e-mail',
    count: 'Aantal',
    kinds: {
      letter: 'brief',
      digest: 'overzicht',
      alert: 'waarschuwing',
      summary: 'nachtverslag',
      alarm: 'alarm',
    },
    rejected: 'Afgekeurde rijen',
    where: 'Waar',
    column: (name) => `kolom ${name}`,
    value: 'Waarde',
  },
  alarm: {
    heldSubject: (asOf) => `Geen fase bewoog in de nacht van ${day(asOf)}`,
    held: (because) => `Fasen zijn vastgehouden: ${because}.`,
    heldAdvice: 'Herstel de bron en start daarna een run.',
    missedSubject: (asOf) => `Geen nacht voltooid op ${day(asOf)}`,
    missed: (hours) =>
      `In de afgelopen ${count(hours, { one: 'uur', other: 'uur' })} is geen nacht voltooid.`,
    lastEnded: (at) =>
      at === undefined
        ? 'Er is nog geen enkele nacht voltooid.'
        : `De laatste eindigde op ${instant(at)}.`,
    parkedSubject: (asOf, what) => `Geparkeerd in de nacht van ${day(asOf)}: ${what}`,
    parked: (what) =>
      `Elke poging is mislukt voor ${what}; het bericht staat geparkeerd in de poison-wachtrij.`,
    parkedWhat: { customers: 'klanten', close: 'het afsluiten van de run', emails: 'e-mails' },
    parkedSource: (name) => `bron ${name}`,
    undeliveredSubject: (to) => `Niet bezorgd: een e-mail aan ${to}`,
    undelivered: (kind, to, subject) =>
      `E-mail (${nl.summary.kinds[kind]}) “${subject}” heeft ${to} niet bereikt.`,
    undeliveredBecause: (because) => `Waarom: ${because}.`,
    sentInstead: (to) =>
      `De e-mail gaat in plaats daarvan naar ${to}. Verbeter het adres bij de bron.`,
    nobodyInstead:
      'Er is niemand anders bekend om hem aan te sturen: verbeter het adres bij de bron.',
    closedSubject: (asOf) => `Sinds de nacht van ${day(asOf)} vertrekt geen e-mail`,
    closed: 'Er gaat niets verloren: alles wacht, en vertrekt zodra dit is verholpen.',
    seeRunbook: (section) => `Zie docs/runbook.md, “${section}”.`,
  },
  reason: (reason) => reasonText(reason, REASONS),
};

const daysText = (days: number): string => count(days, DAYS);

const amount = (minorUnits: number, currency: CurrencyCode): string =>
  money({ minorUnits, currency });

const REASONS: ReasonWords = {
  text: ({ text }) => text,

  'nothing-open': () => 'er staat niets open',
  'nothing-overdue': () => 'er is niets achterstallig',
  'nothing-counts': ({ currency, disputed, covered, tolerated }) => {
    const parts = [
      disputed > 0 ? `${amount(disputed, currency)} is betwist` : '',
      covered > 0 ? `niet verrekend tegoed dekt ${amount(covered, currency)}` : '',
      tolerated > 0 ? `${amount(tolerated, currency)} valt binnen de tolerantie` : '',
    ];
    return `van wat achterstallig is, telt niets: ${parts.filter((each) => each !== '').join(', ')}`;
  },
  age: ageText,
  'within-grace': () => 'binnen de respijttermijn: ',
  starts: ({ stage, isStrict, days }) => {
    const starts = `; ${stageName(stage)} volgt ${isStrict ? 'na' : 'op'}`;
    return days < 0 ? `${starts} ${daysText(-days)} ervoor` : `${starts} dag ${number(days)}`;
  },
  'starts-on': ({ stage, on }) =>
    `; ${stageName(stage)} volgt op ${day(on)}, het einde van de maand`,
  entered: ({ previous, daysAgo, stage, isStrict, days }) =>
    `, ${stageName(previous)} ging ${daysText(daysAgo)} geleden in en ${stageName(stage)} volgt na ${isStrict ? 'meer dan ' : ''}${daysText(days)}`,
  raised: ({ stage, follows }) => `${follows ? ', ' : ''}verhoogd naar ${stageName(stage)}, want `,
  'no-stages': () => ' en het beleid kent geen fasen',
  'needs-overdue': ({ stage, least, overdue, currency }) =>
    `, maar voor ${stageName(stage)} moet ${amount(least, currency)} achterstallig zijn en het is ${amount(overdue, currency)}`,
  'needs-invoices': ({ stage, least, overdue }) =>
    `, maar voor ${stageName(stage)} moeten ${count(least, { one: 'factuur', other: 'facturen' })} achterstallig zijn en het zijn er ${number(overdue)}`,
  'needs-tag': ({ stage, tag }) =>
    `, maar ${stageName(stage)} is voor klanten met het label ${tag}`,
  'without-tag': ({ stage, tag }) =>
    `, maar ${stageName(stage)} is niet voor klanten met het label ${tag}`,
  'does-not-hold': ({ stage }) => `, maar ${stageName(stage)} geldt niet`,
  'and-more': ({ more }) => `, en hetzelfde geldt voor nog ${number(more)}`,
  'no-longer-at': ({ stage, since }) =>
    `niet langer op ${stageName(stage)}${since === undefined ? '' : ` sinds ${day(since)}`}: `,
  'stage-unknown': ({ stage }) => `geen fase van het beleid heet ${stageName(stage)}: `,
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
  'told-before': ({ stage }) =>
    `${stageName(stage)} is al eerder gemeld, en sindsdien was er steeds iets achterstallig`,
  'no-address': () => 'de klant heeft geen e-mailadres voor facturen',
  'do-not-contact': ({ tag }) =>
    tag === undefined ? 'de klant mag niet worden benaderd' : `de klant heeft het label ${tag}`,
  'too-soon': ({ lastOn, days }) =>
    `de vorige brief ging op ${day(lastOn)} uit en de volgende mag ${daysText(days)} later`,
  weekday: ({ day: on }) => `${day(on)} is een ${weekday(on)}`,
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
    `een risico van ${amount(total, currency)} is ${percentOf(percent)} van de kredietlimiet van ${amount(limit, currency)} en de drempel is ${percentOf(threshold)}: ${amount(parts.overdue, currency)} achterstallig, ${amount(parts.notDue, currency)} nog niet vervallen, ${amount(parts.uninvoiced, currency)} nog niet gefactureerd, ${amount(parts.forecastRemainder, currency)} nog te verwachten deze maand`,
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
    return `${day(on)} kostte ${amount(cost, currency)} waar ${amount(usual, currency)} gebruikelijk is${above}`;
  },
  'spike-since': ({ currency, excess, since }) =>
    `; ${amount(excess, currency)} boven het gebruikelijke sinds ${day(since)}`,
  'spend-parts': ({ currency, parts }) =>
    `. Deze maand tot nu toe: ${parts.map((each) => `${each.name} ${amount(each.amount, currency)} (${percentOf(each.percent)})`).join(', ')}`,
  'spend-parts-unknown': () => '. Waaraan het is uitgegeven, is niet bekend: ',
  drivers: ({ currency, drivers }) =>
    `; door ${drivers.map(({ name, excess }) => `${name} +${amount(excess, currency)}`).join(', ')}`,
  'looks-like': ({ shape }) =>
    shape === 'crypto-mining-like'
      ? '. Rekenkracht die omhoogspringt en blijft, lijkt op mining op gestolen machines: kijk nu. Is het fraude, leg dan een fraud-case vast vanaf de eerste dag, want een credit kan maar 60 dagen worden aangevraagd'
      : '. Een plotselinge sprong in rekenkracht kan van gestolen machines komen: kijk vandaag',

  'late-fee': lateFeeText,
  'paid-on': ({ day: on }) => `; volledig betaald op ${day(on)}`,
  'was-disputed': () => '; wat betwist wordt, kost zolang niets',
  'reference-rate': ({ day: on, which }) =>
    `; de referentierente van ${day(on)} is de ${which === 'oldest' ? 'oudste' : 'nieuwste'} die bekend is`,
};

function ageText({ basis, invoiceId, days, held }: PartOf<'age'>): string {
  const notCounted = held === 0 ? '' : `, waarvan ${number(held)} in de wacht`;
  if (basis === 'invoice-date')
    return `de oudste openstaande factuur ${invoiceId} is van ${daysText(days)} geleden${notCounted}`;
  if (days === 0) return `de oudste openstaande factuur ${invoiceId} vervalt vandaag`;
  return days > 0
    ? `de oudste vervallen factuur ${invoiceId} is ${daysText(days)} te laat${notCounted}`
    : `de oudste openstaande factuur ${invoiceId} vervalt over ${daysText(-days)}`;
}

function letterFirstText(part: PartOf<'letter-first'>): string {
  const { stage, letterOf, days, deliveredOn, writtenOn } = part;
  const after = days === 0 ? 'zodra' : `${daysText(days)} nadat`;
  const follows = `; ${stageName(stage)} volgt ${after} de brief van ${stageName(letterOf)} is bezorgd`;
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
