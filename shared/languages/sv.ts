import { figuresOf } from './figures.ts';
import { reasonText } from './reason.ts';
import { svReasons, svStage } from './sv-reasons.ts';
import type { Words } from './words.ts';

const { money, number, percent, count, day, month, instant, list } = figuresOf('sv');

const CUSTOMERS = { one: 'kund', other: 'kunder' };
const DAYS = { one: 'dag', other: 'dagar' };

const opened = (areAllPastDue: boolean): string =>
  `Enligt våra uppgifter ${areAllPastDue ? 'har fakturorna nedan förfallit' : 'är fakturorna nedan obetalda'}`;

const OUTCOME = {
  completed: 'är klar',
  'completed-with-failures': 'är klar, med fel',
  failed: 'misslyckades',
};

const ACTIONS: Readonly<Record<string, string>> = { 'propose-suspension': 'stäng av' };

const spaced = (name: string): string => name.replaceAll('-', ' ');

export const sv: Words = {
  figures: figuresOf('sv'),
  customer: 'Kund',
  customers: CUSTOMERS,
  why: 'Varför',
  andMore: (more) => `och ${number(more)} till`,
  dataAsOf: (asOf) => `Uppgifter per ${day(asOf)}.`,
  readAt: (source, at) => `${source}: senast ${instant(at)}`,
  openPage: 'Öppna i Duewatch',
  footer: (reseller) => `Skrivet av Duewatch för ${reseller}.`,
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
          `${opened(late)}. Det kan ha undgått er: vi ber er betala beloppet nedan, eller berätta vad som hindrar det.`,
        closing:
          'Har ni redan betalat kan ni bortse från detta brev. Är det något fel på en faktura, svara på detta mejl.',
      },
      'second-notice': {
        title: 'Andra påminnelsen',
        opening: (late) =>
          `Detta är vår andra påminnelse. ${opened(late)}. Vi ber er betala beloppet nedan utan ytterligare dröjsmål.`,
        closing:
          'Har ni redan betalat kan ni bortse från detta brev. Bestrider ni en faktura, eller kan ni inte betala allt nu, svara på detta mejl så att vi kan komma överens om en lösning.',
      },
      'final-notice': {
        title: 'Sista påminnelsen',
        opening: (late) =>
          `Detta är vår sista påminnelse. ${opened(late)}. Vi ber er betala beloppet nedan omgående. Hör vi varken av betalning eller svar överväger vi ytterligare åtgärder enligt vårt avtal, till exempel att stänga av era tjänster.`,
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
    greeting: (name) => `Till ${name},`,
    regards: 'Med vänlig hälsning,',
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
    issuedOn: (issued) => `från ${issued}`,
    pastDue: (days) => `${count(days, DAYS)} försenad`,
    total: 'Summa',
    unappliedCredit: 'Avgår ert ofördelade tillgodohavande',
    creditCovers: (credit) => `Ert ofördelade tillgodohavande på ${money(credit)} täcker det.`,
    notAskedFor: (named, more) =>
      `Ingår inte här: ${named.join(', ')}${more > 0 ? ` och ${number(more)} till` : ''}`,
    leftOut: (amount, invoiceId, because) => `${money(amount)} av ${invoiceId} (${because})`,
    lateFees: (sum) =>
      `För kännedom: försenad betalning av dessa fakturor har hittills kommit till ${money(sum)}. Det ingår inte i beloppet att betala.`,
    lateFee: 'Ränta och avgift hittills',
    howItComesAbout: 'Så har det räknats',
    payment: 'Så betalar ni',
    accountHolder: 'Kontohavare',
    bank: 'Bank',
    accountNumber: 'Kontonummer',
    reference: 'Referens',
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
      dunning: (name) => svStage(name === '' ? 'reminder' : name),
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
      exposure: (reached) => `exponering ${reached} % av kreditgränsen`,
      'first-usage': () => 'förbrukning före första betalningen',
      budget: (reached) => `budget ${reached} %`,
      'budget-forecast': (reached) => `prognos ${reached} % av budgeten`,
      'budget-pace': (points) => `förbrukningen ligger ${points} punkter före månaden`,
      'currency-mismatch': (what) =>
        `${what === 'budget' ? 'budget' : 'kreditgräns'} i en annan valuta`,
      'no-budget': () => 'ingen budget',
    },
    stage: svStage,
    action: (name) => ACTIONS[name] ?? spaced(name),
    noStage: 'inget steg',
    attention: (customers) => `${count(customers, CUSTOMERS)} behöver ses över`,
    cameDown: (customers) =>
      `${count(customers, CUSTOMERS)} återhämtad${customers === 1 ? '' : 'e'}`,
    nothingWorse: 'Inget är nytt eller värre.',
    firstStep: 'Börja uppifrån: mest pengar på spel kommer först.',
    personDecides: 'Åtgärder är förslag; en människa beslutar.',
    headline: (name, what, risk) => `${name} ${what}${risk === undefined ? '' : `, ${risk}`}`,
    cameDownFrom: (name, was) => `${name} inte längre på ${was}`,
    hello: (name) => `Hej ${name},`,
    newOrWorse: 'Nytt eller värre',
    atRisk: 'på spel',
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
    lastErrors: (off) => `förra månadens prognoser var ${percent(off)} fel`,
    receded: 'åter under gränsen',
    trend: (from, through, last, usual) =>
      `Förbrukning per dag, ${day(from)} till ${day(through)}: senast ${money(last)}, vanligen ${money(usual)}`,
    stillWaiting: 'Väntar fortfarande',
    recovered: 'Ner ett steg eller reglerade',
    was: 'Var',
    isNow: 'Är nu',
    belowForecast: 'under den',
    onStage: 'Alla på ett steg',
    othersOnStage: 'Övriga på ett steg',
    stageTitle: 'Steg',
    since: (since) => `sedan ${since}`,
    overdueInTotal: 'Förfallet totalt',
    aging: 'Obetalda fakturor efter dagar försenade',
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
    alertOpening: (name) => `${name} behöver ses över nu.`,
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
  reason: (reason) => reasonText(reason, svReasons),
};
