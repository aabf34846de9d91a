import type { CurrencyCode } from '../ledger/money.ts';
import { figuresIn } from './figures.ts';
import { type PartOf, type ReasonWords, reasonText } from './reason.ts';
import type { Words } from './words.ts';

const figures = figuresIn('sv');
const { money, number, percent: percentOf, count, day, month, instant, weekday, list } = figures;

const CUSTOMERS = { one: 'kund', other: 'kunder' };
const DAYS = { one: 'dag', other: 'dagar' };

const opened = (areAllPastDue: boolean): string =>
  `Enligt våra uppgifter ${areAllPastDue ? 'har fakturorna nedan förfallit' : 'är fakturorna nedan obetalda'}`;

const OUTCOME = {
  completed: 'är klar',
  'completed-with-failures': 'är klar, med fel',
  failed: 'misslyckades',
};

const ACTIONS: ReadonlyMap<string, string> = new Map([['propose-suspension', 'stäng av']]);

const spaced = (name: string): string => name.replaceAll('-', ' ');

/** Names that the default policy and the sample use; whatever else a reseller calls a stage stays. */
const STAGES: ReadonlyMap<string, string> = new Map([
  ['courtesy', 'förhandsavisering'],
  ['reminder', 'påminnelse'],
  ['second-notice', 'andra påminnelsen'],
  ['final-notice', 'sista påminnelsen'],
  ['suspension-proposed', 'avstängning föreslagen'],
  ['call', 'ring upp'],
]);
const stageName = (name: string): string => STAGES.get(name) ?? spaced(name);

export const sv: Words = {
  figures,
  customer: 'Kund',
  customers: CUSTOMERS,
  why: 'Varför',
  andMore: (more) => `och ${number(more)} till`,
  dataAsOf: (asOf) => `Uppgifter per ${day(asOf)}.`,
  readAt: (source, at) => `${source}: senast ${instant(at)}`,
  openPage: 'Öppna i Duewatch',
  footer: (reseller) => `Skrivet av Duewatch för ${reseller}.`,
  phrases: {
    empty: 'är tom',
    unreadable: 'kan inte läsas',
    'one-of': 'förväntat är ett av {values}',
    'yes-or-no': 'förväntat är yes eller no',
    day: 'förväntat är en dag som ÅÅÅÅ-MM-DD',
    'no-day': 'är ingen dag i kalendern',
    month: 'förväntat är en månad som 2026-01',
    decimal: 'förväntat är ett vanligt decimaltal som 1234.50',
    decimals: 'har fler decimaler än de {decimals} som {currency} har',
    'too-large': 'är för stort för att sparas exakt',
    negative: 'är negativt',
    currency: 'förväntat är en valuta enligt ISO 4217, som EUR',
    addresses:
      'förväntat är e-postadresser: ett komma mellan personer, ett semikolon före nästa kontakt',
    'long-id': 'är för långt för ett id',
    'endless-promise': 'är tomt, och ett löfte tar slut',
    'before-from': 'ligger före "{day}" i from',
    'control-character': 'har ett styrtecken',
    'not-utf-8': 'har byte som inte är UTF-8',
    'long-cell': 'är längre än {characters} tecken',
    'more-cells': 'har fler celler än rubrikraden',
    'open-quote': 'öppnar ett citattecken som aldrig stängs',
    'misplaced-quote': 'har ett citattecken på fel plats',
    'customer-twice': 'kunden "{id}" fanns redan på rad {line}, med andra värden',
    'invoice-twice': 'fakturan "{id}" fanns redan på rad {line}, med andra värden',
    'payment-twice': 'betalningen "{id}" fanns redan på rad {line}, med andra värden',
    'no-customer': 'ingen kund "{id}" i customers.csv',
    'no-invoice': 'ingen faktura "{id}" för den här kunden',
    'no-header': 'har ingen rubrikrad',
    'header-quote': 'har ett citattecken i rubrikraden som saknar sitt par',
    'save-as-utf-8': 'är inte UTF-8: spara den som "CSV UTF-8"',
    'twice-in-header': 'finns två gånger i rubrikraden',
    'not-in-header': 'saknas i rubrikraden',
    semicolons: 'saknas i rubrikraden, som har semikolon där det ska vara komman',
    'small-letters': 'förväntat är stora bokstäver',
    'spreadsheet-day': 'ligger före 1970, så som kalkylblad skriver en dag som saknas',
    'long-header': 'har fler än {characters} tecken i rubrikraden',
    'long-record': 'har fler än {characters} tecken',
    'sep-line': 'saknas i rubrikraden, som raden "sep=" står före: ta bort den raden',
    'carriage-returns': 'saknas i rubrikraden, eftersom raderna slutar med enbart vagnretur',
    tabs: 'saknas i rubrikraden, som har tabbar där det ska vara komman',
    bars: 'saknas i rubrikraden, som har lodstreck där det ska vara komman',
    'other-capitals': 'saknas i rubrikraden, som har "{name}": stora och små bokstäver räknas',
    'other-name': 'läses inte under detta namn: kalla den {file}',
    'no-file': 'är ingen fil, utan en mapp eller en länk som inte leder någonstans: lägg filen där',
    'unread-file': '{file} kunde inte läsas',
    'not-to-the-end': '{file} kunde inte läsas till slutet',
    'no-row': 'ingen rad i {file} kunde läsas',
    'older-than-allowed': 'äldre än de {hours} timmar som är tillåtna',
    'source-old': 'källan {name} är {hours} timmar gammal och {allowed} timmar är tillåtet',
    'source-shrunk':
      'källan {name} har {invoices} fakturor och hade {before} när den senast lästes i sin helhet',
    'payments-shrunk':
      'källan {name} har {payments} betalningar och hade {before} när den senast lästes i sin helhet',
    'no-item': 'ingen post i {name} kunde läsas',
    'source-not-whole': 'källan {name} är inte hel: {because}',
    'source-unread': 'källan {name} kunde inte läsas: {because}',
    'readings-old':
      'för {count} kunder beräknades månaden hittills för mer än två dagar sedan: vad de förbrukat sedan dess är inte känt',
    'reading-old':
      'för {count} kund beräknades månaden hittills för mer än två dagar sedan: vad den förbrukat sedan dess är inte känt',
    cancelled: 'avbruten av {name}',
    'unknown-customer': 'ingen källa känner kunden "{id}"',
  },
  letter: {
    tones: {
      courtesy: {
        title: 'Förhandsavisering',
        opening: (late) =>
          `${opened(late)}. Detta är en vänlig avisering så att förfallodagen inte går er förbi.`,
        closing:
          'Är betalningen redan på väg kan ni bortse från detta meddelande. Är det något fel på en faktura, svara på detta mejl.',
      },
      reminder: {
        title: 'Betalningspåminnelse',
        opening: (late) =>
          `${opened(late)}. De kan ha undgått er: vi ber er betala beloppet nedan, eller berätta vad som hindrar det.`,
        closing:
          'Har ni redan betalat kan ni bortse från detta brev. Är det något fel på en faktura, svara på detta mejl.',
      },
      'second-notice': {
        title: 'Andra påminnelse',
        opening: (late) =>
          `Detta är vår andra påminnelse. ${opened(late)}. Vi ber er betala beloppet nedan utan ytterligare dröjsmål.`,
        closing:
          'Har ni redan betalat kan ni bortse från detta brev. Bestrider ni en faktura, eller kan ni inte betala allt nu, svara på detta mejl så att vi kan komma överens om en lösning.',
      },
      'final-notice': {
        title: 'Sista påminnelse',
        opening: (late) =>
          `Detta är vår sista påminnelse. ${opened(late)}. Vi ber er betala beloppet nedan omgående. Får vi varken betalning eller svar överväger vi ytterligare åtgärder enligt vårt avtal, till exempel att stänga av era tjänster.`,
        closing:
          'Har ni redan betalat kan ni bortse från detta brev. Bestrider ni en faktura, eller kan ni inte betala allt nu, svara på detta mejl redan i dag så att vi kan komma överens om en lösning.',
      },
      credit: {
        title: 'En fråga om ert tillgodohavande',
        opening: (late) =>
          `${opened(late)}, och ert ofördelade tillgodohavande täcker dem. Vilka fakturor är det avsett för?`,
        closing: 'Är det något fel på en faktura, svara på detta mejl.',
      },
      'thank-you': {
        title: 'Tack för er betalning',
        opening: () =>
          'Tack: vi har tagit emot er betalning. Det vi senast skrev till er om är därmed reglerat.',
        closing: 'Ni behöver inte göra något.',
      },
    },
    subject: (title, reseller, amounts) =>
      `${title} från ${reseller}${amounts.length === 0 ? '' : `: ${list(amounts)} att betala`}`,
    thanksSubject: (reseller) => `Tack för er betalning till ${reseller}`,
    greeting: (name) => `Till ${name}`,
    regards: 'Med vänlig hälsning',
    thanksBeside: (currencies) =>
      `Tack för er betalning i ${list(currencies)}, som reglerade det vi senast skrev till er om i den valutan. Detta brev gäller resten.`,
    suspension: (on) =>
      `Utan betalning eller svar från er överväger vi att stänga av era tjänster från och med ${day(on)}.`,
    amountToPay: 'Att betala',
    asOf: (asOf) => `Alla belopp är per ${day(asOf)}; det som nått oss senare ingår inte.`,
    inCurrency: (currency) => `I ${currency}`,
    invoices: 'Fakturor',
    invoice: 'Faktura',
    due: 'Förfaller',
    openAmount: 'Obetalt',
    issuedOn: (issued) => `daterad ${issued}`,
    pastDue: (days) => `${count(days, DAYS)} försenad`,
    total: 'Summa',
    unappliedCredit: 'Avgår ert ofördelade tillgodohavande',
    creditCovers: (credit) => `Ert ofördelade tillgodohavande på ${money(credit)} täcker det.`,
    notAskedFor: (named, more) =>
      `Ingår inte här: ${named.join(', ')}${more > 0 ? ` och ${number(more)} till` : ''}`,
    leftOut: (amount, invoiceId, because) => `${money(amount)} av ${invoiceId} (${because})`,
    lateFees: (sum) =>
      `För kännedom: dröjsmålsränta och avgifter för dessa fakturor uppgår hittills till ${money(sum)}. De ingår inte i beloppet att betala.`,
    lateFee: 'Dröjsmålsränta och avgifter hittills',
    howItComesAbout: 'Så har beloppet räknats fram',
    payment: 'Så betalar ni',
    accountHolder: 'Kontohavare',
    bank: 'Bank',
    accountNumber: 'Kontonummer',
    reference: 'Referens',
    invoiceNumbers: 'fakturanumren',
    payOnline: 'Betala på nätet',
    statementAttached: 'Ett kontoutdrag bifogas.',
  },
  statement: {
    title: 'Kontoutdrag',
    fileName: 'kontoutdrag',
    of: (customer, reseller, asOf) => `${customer} hos ${reseller}, per ${day(asOf)}`,
    issued: 'Fakturadatum',
    amount: 'Belopp',
    daysPastDue: 'Dagar försenad',
    currency: 'Valuta',
    balance: 'Saldo',
    remark: 'Anmärkning',
  },
  digest: {
    trouble: {
      dunning: (name) => stageName(name === '' ? 'reminder' : name),
      'promise-broken': () => 'brutet betalningslöfte',
      unheard: () => 'brev inte skickat',
      anomaly: (shape) =>
        ({
          'crypto-mining-like': 'förbrukningen liknar kryptobrytning',
          'sudden-compute': 'plötsligt hopp i beräkningskraft',
        })[shape] ?? 'topp i förbrukningen',
      'refund-clock': (left) =>
        left === 'expired'
          ? 'kreditansökan för bedrägeri: för sent'
          : `kreditansökan för bedrägeri: ${count(Number(left), DAYS)} kvar`,
      exposure: (reached) => `exponering ${percentOf(Number(reached))} av kreditgränsen`,
      'first-usage': () => 'förbrukning före första betalningen',
      budget: (reached) => `budget ${percentOf(Number(reached))}`,
      'budget-forecast': (reached) => `prognos ${percentOf(Number(reached))} av budgeten`,
      'budget-pace': (points) => `förbrukningen ligger ${points} punkter före månaden`,
      'currency-mismatch': (what) =>
        `${what === 'budget' ? 'budget' : 'kreditgräns'} i en annan valuta`,
      'no-budget': () => 'ingen budget',
    },
    stage: stageName,
    action: (name) => ACTIONS.get(name) ?? spaced(name),
    noStage: 'inget steg',
    attention: (customers) => `${count(customers, CUSTOMERS)} behöver ses över`,
    cameDown: (customers) =>
      `${count(customers, CUSTOMERS)} återhämtad${customers === 1 ? '' : 'e'}`,
    nothingWorse: 'Inget är nytt eller värre.',
    firstStep: 'Börja uppifrån: där mest pengar står på spel kommer först.',
    personDecides: 'Åtgärder är förslag; en människa beslutar.',
    headline: (name, what, risk) => `${name} ${what}${risk === undefined ? '' : `, ${risk}`}`,
    cameDownFrom: (name, was) => `${name} inte längre på ${was}`,
    hello: (name) => `Hej ${name},`,
    newOrWorse: 'Nytt eller värre',
    atRisk: 'i riskzonen',
    overdue: 'förfallet',
    overdueTitle: 'Förfallet',
    overdueSince: (overdue, days) =>
      `${money(overdue)} förfallet${days > 0 ? `, ${count(days, DAYS)} försenat` : ''}`,
    letterNotSent: (because) => `Brev inte skickat: ${because}`,
    proposed: (actions) => `Förslag: ${list(actions)}`,
    ofBudget: (spent, budget, of) =>
      `${money(spent)} av budgeten för ${month(of)} på ${money(budget)}`,
    ofLimit: (total, limit) => `${money(total)} av kreditgränsen på ${money(limit)}`,
    forecast: (expected, low, high) =>
      `prognos ${money(expected)} (${money(low)} till ${money(high)})`,
    lastErrors: (off) => `förra månadens prognoser var ${percentOf(off)} fel`,
    receded: 'åter under gränsen',
    trend: (from, through, last, usual) =>
      `Förbrukning per dag, ${day(from)} till ${day(through)}: senast ${money(last)}, vanligen ${money(usual)}`,
    stillWaiting: 'Väntar fortfarande',
    recovered: 'Ner ett steg eller reglerade',
    was: 'Var',
    isNow: 'Är nu',
    belowForecast: 'under den',
    onStage: 'Alla kunder på ett steg',
    othersOnStage: 'Övriga kunder på ett steg',
    stageTitle: 'Steg',
    since: (since) => `sedan ${since}`,
    overdueInTotal: 'Förfallet totalt',
    aging: 'Obetalda fakturor efter dagar från förfallodagen',
    agingTotal: (open, customers) => `${money(open)} obetalt hos ${count(customers, CUSTOMERS)}`,
    bucket: (name) => (name === 'current' ? 'ej förfallet' : name.replace(/^over-/, 'över ')),
    exposed: 'Exponering nära gränsen',
    exposure: 'Exponering',
    creditLimit: 'Kreditgräns',
    used: 'Utnyttjat',
    watched: 'Förbrukning att bevaka',
    howItStands: 'Läget',
    spikeSince: (since) => `topp sedan ${day(since)}`,
    refund: 'kreditansökan för bedrägeri',
    refundThrough: (last) => `till och med ${day(last)}`,
    refundTooLate: (last) => `för sent sedan ${day(last)}`,
    budgetOf: (of) => `budget ${month(of)}`,
    urgent: 'brådskande',
    alertSubject: (headline) => `Brådskande: ${headline}`,
    alertOpening: (name) => `${name} behöver ses över nu`,
    alertAgain: 'Det står också i nästa översikt, med allt annat.',
  },
  summary: {
    title: 'Så gick natten',
    subject: (asOf, status, { evaluated, failed, rejected }, emails, isHeld) => {
      const news = [
        `${count(evaluated, CUSTOMERS)} bedömda`,
        failed > 0 ? `${number(failed)} misslyckade` : '',
        count(emails, { one: 'mejl', other: 'mejl' }),
        rejected > 0 ? `${count(rejected, { one: 'rad', other: 'rader' })} underkända` : '',
        isHeld ? 'stegen hålls' : '',
      ];
      return `Natten ${day(asOf)} ${OUTCOME[status]}: ${news.filter(Boolean).join(', ')}`;
    },
    outcome: (asOf, status, because) =>
      `Natten ${day(asOf)} ${OUTCOME[status]}${because === undefined ? '' : `: ${because}`}.`,
    run: (id) => `Körning ${id}`,
    counted: ({ customers, evaluated, failed }) =>
      `${count(customers, CUSTOMERS)}: ${number(evaluated)} bedömda, ${number(failed)} misslyckade.`,
    read: ({ invoices, payments, spendRows, rejected, duplicates }) =>
      `Läst: ${count(invoices, { one: 'faktura', other: 'fakturor' })}, ${count(payments, { one: 'betalning', other: 'betalningar' })}, ${count(spendRows, { one: 'förbrukningsrad', other: 'förbrukningsrader' })}; ${count(rejected, { one: 'rad underkänd', other: 'rader underkända' })}, ${count(duplicates, { one: 'dubblett', other: 'dubbletter' })}.`,
    held: (because) => `Inget steg rörde sig i natt: ${because}.`,
    failures: 'Misslyckat',
    whatFailed: 'Vad som misslyckades',
    unowned: 'Förbrukning som ingen äger',
    withoutTenant: 'Skulder utan klientorganisation',
    unownedAdvice:
      'Dessa kunder debiteras er och finns inte i någons böcker: fakturera dem eller avsluta.',
    customers: 'Kunder',
    spent: 'Förbrukat',
    findings: 'Iakttagelser',
    finding: 'Vad som är underligt med en källa',
    stages: 'Kunder på ett steg',
    emails: 'Mejl',
    kindOfEmail: 'Slags mejl',
    count: 'Antal',
    kinds: {
      letter: 'brev',
      digest: 'översikt',
      alert: 'varning',
      summary: 'nattrapport',
      alarm: 'larm',
    },
    rejected: 'Underkända rader',
    where: 'Var',
    column: (name) => `kolumn ${name}`,
    value: 'Värde',
  },
  alarm: {
    heldSubject: (asOf) => `Inget steg rörde sig natten ${day(asOf)}`,
    held: (because) => `Stegen hålls: ${because}.`,
    heldAdvice: 'Åtgärda källan och starta sedan en körning.',
    missedSubject: (asOf) => `Ingen natt är klar den ${day(asOf)}`,
    missed: (hours) =>
      `Ingen natt har blivit klar de senaste ${count(hours, { one: 'timmen', other: 'timmarna' })}.`,
    lastEnded: (at) =>
      at === undefined ? 'Ingen har blivit klar ännu.' : `Den senaste slutade ${instant(at)}.`,
    parkedSubject: (asOf, what) => `Parkerat natten ${day(asOf)}: ${what}`,
    parked: (what) =>
      `Varje försök misslyckades för ${what}, och meddelandet parkerades i sin poison-kö.`,
    parkedWhat: { customers: 'kunder', close: 'körningens avslut', emails: 'mejl' },
    parkedSource: (name) => `källa ${name}`,
    undeliveredSubject: (to) => `Inte levererat: ett mejl till ${to}`,
    undelivered: (kind, to, subject) =>
      `Mejlet (${sv.summary.kinds[kind]}) ”${subject}” nådde inte ${to}.`,
    undeliveredBecause: (because) => `Varför: ${because}.`,
    sentInstead: (to) => `Det går till ${to} i stället. Rätta adressen där den kommer ifrån.`,
    nobodyInstead: 'Ingen annan är känd att skicka det till: rätta adressen där den kommer ifrån.',
    closedSubject: (asOf) => `Inget mejl går ut sedan natten ${day(asOf)}`,
    closed: 'Inget går förlorat: allt väntar, och går ut när detta är åtgärdat.',
    seeRunbook: (section) => `Se docs/runbook.md, ”${section}”.`,
  },
  reason: (reason) => reasonText(reason, REASONS),
};

const daysText = (days: number): string => count(days, DAYS);

const amount = (minorUnits: number, currency: CurrencyCode): string =>
  money({ minorUnits, currency });

const REASONS: ReasonWords = {
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
    const starts = `; ${stageName(stage)} gäller ${isStrict ? 'efter' : 'från'}`;
    return days < 0 ? `${starts} ${daysText(-days)} före` : `${starts} dag ${number(days)}`;
  },
  'starts-on': ({ stage, on }) => `; ${stageName(stage)} gäller från ${day(on)}, månadens slut`,
  entered: ({ previous, daysAgo, stage, isStrict, days }) =>
    `, ${stageName(previous)} inleddes för ${daysText(daysAgo)} sedan och ${stageName(stage)} följer efter ${isStrict ? 'mer än ' : ''}${daysText(days)}`,
  raised: ({ stage, follows }) => `${follows ? ', ' : ''}höjt till ${stageName(stage)} eftersom `,
  'no-stages': () => ' och policyn har inga steg',
  'needs-overdue': ({ stage, least, overdue, currency }) =>
    ` men ${stageName(stage)} kräver att ${amount(least, currency)} är förfallet och det är ${amount(overdue, currency)}`,
  'needs-invoices': ({ stage, least, overdue }) =>
    ` men ${stageName(stage)} kräver ${count(least, { one: 'förfallen faktura', other: 'förfallna fakturor' })} och det finns ${number(overdue)}`,
  'needs-tag': ({ stage, tag }) => ` men ${stageName(stage)} är för kunder märkta ${tag}`,
  'without-tag': ({ stage, tag }) => ` men ${stageName(stage)} är inte för kunder märkta ${tag}`,
  'does-not-hold': ({ stage }) => ` men ${stageName(stage)} gäller inte`,
  'and-more': ({ more }) => `, och så är det för ${number(more)} till`,
  'no-longer-at': ({ stage, since }) =>
    `inte längre på ${stageName(stage)}${since === undefined ? '' : ` sedan ${day(since)}`}: `,
  'stage-unknown': ({ stage }) => `inget steg i policyn heter ${stageName(stage)}: `,
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
  'told-before': ({ stage }) =>
    `${stageName(stage)} meddelades tidigare, sedan dess har alltid något varit förfallet`,
  'no-address': () => 'kunden har ingen e-postadress för fakturor',
  'do-not-contact': ({ tag }) =>
    tag === undefined ? 'kunden ska inte kontaktas' : `kunden är märkt ${tag}`,
  'too-soon': ({ lastOn, days }) =>
    `förra brevet gick ${day(lastOn)} och nästa får gå ${daysText(days)} senare`,
  weekday: ({ day: on }) => `${day(on)} är en ${weekday(on)}`,
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
    `. Den här månaden hittills: ${parts.map((each) => `${each.name} ${amount(each.amount, currency)} (${percentOf(each.percent)})`).join(', ')}`,
  'spend-parts-unknown': () => '. Vad det gäller är inte känt: ',
  drivers: ({ currency, drivers }) =>
    `; på grund av ${drivers.map(({ name, excess }) => `${name} +${amount(excess, currency)}`).join(', ')}`,
  'looks-like': ({ shape }) =>
    shape === 'crypto-mining-like'
      ? '. Beräkningskraft som hoppar upp och stannar liknar brytning på stulna maskiner: titta nu. Är det bedrägeri, registrera ett fraud-case från första dagen, eftersom kredit bara kan begäras i 60 dagar'
      : '. Ett plötsligt hopp i beräkningskraft kan vara stulna maskiner: titta i dag',

  'late-fee': lateFeeText,
  'paid-on': ({ day: on }) => `; helt betald ${day(on)}`,
  'was-disputed': () => '; det som bestrids kostar inget så länge',
  'reference-rate': ({ day: on, which }) =>
    `; referensräntan från ${day(on)} är den ${which === 'oldest' ? 'äldsta' : 'senaste'} kända`,
};

function ageText({ basis, invoiceId, days, held }: PartOf<'age'>): string {
  const notCounted = held === 0 ? '' : `, varav ${number(held)} pausade`;
  if (basis === 'invoice-date')
    return `den äldsta obetalda fakturan ${invoiceId} ställdes ut för ${daysText(days)} sedan${notCounted}`;
  if (days === 0) return `den äldsta obetalda fakturan ${invoiceId} förfaller i dag`;
  return days > 0
    ? `den äldsta förfallna fakturan ${invoiceId} är ${daysText(days)} försenad${notCounted}`
    : `den äldsta obetalda fakturan ${invoiceId} förfaller om ${daysText(-days)}`;
}

function letterFirstText(part: PartOf<'letter-first'>): string {
  const { stage, letterOf, days, deliveredOn, writtenOn } = part;
  const after = days === 0 ? 'när' : `${daysText(days)} efter att`;
  const follows = `; ${stageName(stage)} följer ${after} brevet för ${stageName(letterOf)} har levererats`;
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
