import { figuresOf } from './figures.ts';
import { nlReasons, nlStage } from './nl-reasons.ts';
import { reasonText } from './reason.ts';
import type { Words } from './words.ts';

const { money, number, percent, count, day, month, instant, list } = figuresOf('nl');

const CUSTOMERS = { one: 'klant', other: 'klanten' };
const DAYS = { one: 'dag', other: 'dagen' };

const opened = (areAllPastDue: boolean): string =>
  `Volgens onze administratie ${areAllPastDue ? 'is de vervaldatum van onderstaande facturen verstreken' : 'staan onderstaande facturen open'}`;

const OUTCOME = {
  completed: 'is voltooid',
  'completed-with-failures': 'is voltooid, met fouten',
  failed: 'is mislukt',
};

const ACTIONS: Readonly<Record<string, string>> = { 'propose-suspension': 'opschorten' };

const spaced = (name: string): string => name.replaceAll('-', ' ');

export const nl: Words = {
  figures: figuresOf('nl'),
  customer: 'Klant',
  customers: CUSTOMERS,
  why: 'Waarom',
  andMore: (more) => `en nog ${number(more)}`,
  dataAsOf: (asOf) => `Gegevens tot en met ${day(asOf)}.`,
  readAt: (source, at) => `${source}: nieuwste van ${instant(at)}`,
  openPage: 'Openen in Duewatch',
  footer: (reseller) => `Geschreven door Duewatch voor ${reseller}.`,
  letter: {
    tones: {
      courtesy: {
        title: 'Attendering',
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
        title: 'Tweede aanmaning',
        opening: (late) =>
          `Dit is onze tweede aanmaning. ${opened(late)}. Wij verzoeken u het genoemde bedrag zonder verder uitstel te betalen.`,
        closing:
          'Hebt u inmiddels betaald, dan kunt u deze brief als niet verzonden beschouwen. Betwist u een factuur of kunt u nu niet volledig betalen, beantwoord dan deze e-mail, zodat wij samen een oplossing vinden.',
      },
      'final-notice': {
        title: 'Laatste aanmaning',
        opening: (late) =>
          `Dit is onze laatste aanmaning. ${opened(late)}. Wij verzoeken u het genoemde bedrag per omgaande te betalen. Ontvangen wij betaling noch antwoord, dan overwegen wij verdere stappen op grond van onze overeenkomst, waaronder opschorting van uw diensten.`,
        closing:
          'Hebt u inmiddels betaald, dan kunt u deze brief als niet verzonden beschouwen. Betwist u een factuur of kunt u nu niet volledig betalen, beantwoord dan vandaag nog deze e-mail, zodat wij samen een oplossing vinden.',
      },
      credit: {
        title: 'Een vraag over uw tegoed',
        opening: (late) =>
          `${opened(late)}, en uw nog niet verwerkte tegoed dekt ze. Wilt u ons laten weten voor welke facturen het bestemd is?`,
        closing: 'Klopt er iets niet aan een factuur, beantwoord dan deze e-mail.',
      },
      'thank-you': {
        title: 'Dank voor uw betaling',
        opening: () =>
          'Hartelijk dank: wij hebben uw betaling ontvangen. Waarover wij u het laatst schreven, is afgehandeld.',
        closing: 'U hoeft niets te doen.',
      },
    },
    subject: (title, reseller, amounts) =>
      `${title} van ${reseller}${amounts.length === 0 ? '' : `: ${list(amounts)} te betalen`}`,
    thanksSubject: (reseller) => `Dank voor uw betaling aan ${reseller}`,
    greeting: (name) => `Geachte ${name},`,
    regards: 'Met vriendelijke groet,',
    thanksBeside: (currencies) =>
      `Dank voor uw betaling in ${list(currencies)}; waarover wij u in die valuta het laatst schreven, is daarmee afgehandeld. Deze brief gaat over het overige.`,
    suspension: (on) =>
      `Zonder betaling of antwoord van u overwegen wij uw diensten vanaf ${day(on)} op te schorten.`,
    amountToPay: 'Te betalen',
    asOf: (asOf) =>
      `Alle bedragen zijn van ${day(asOf)}; wat ons daarna bereikte, is er niet in verwerkt.`,
    inCurrency: (currency) => `In ${currency}`,
    invoices: 'Facturen',
    invoice: 'Factuur',
    due: 'Vervaldatum',
    openAmount: 'Openstaand',
    issuedOn: (issued) => `van ${issued}`,
    pastDue: (days) => `${count(days, DAYS)} te laat`,
    total: 'Totaal',
    unappliedCredit: 'Af: uw nog niet verwerkte tegoed',
    creditCovers: (credit) => `Uw nog niet verwerkte tegoed van ${money(credit)} dekt dit.`,
    notAskedFor: (named, more) =>
      `Hier niet gevraagd: ${named.join(', ')}${more > 0 ? ` en nog ${number(more)}` : ''}`,
    leftOut: (amount, invoiceId, because) => `${money(amount)} van ${invoiceId} (${because})`,
    lateFees: (sum) =>
      `Ter informatie: te late betaling van deze facturen komt tot nu toe op ${money(sum)}. Dit is niet in het te betalen bedrag begrepen.`,
    lateFee: 'Rente en kosten tot nu toe',
    howItComesAbout: 'Hoe dit is opgebouwd',
    payment: 'Zo betaalt u',
    accountHolder: 'Rekeninghouder',
    bank: 'Bank',
    accountNumber: 'Rekeningnummer',
    reference: 'Kenmerk',
    payOnline: 'Online betalen',
    statementAttached: 'Een rekeningoverzicht is bijgevoegd.',
  },
  statement: {
    title: 'Rekeningoverzicht',
    fileName: 'rekeningoverzicht',
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
      dunning: (name) => nlStage(name === '' ? 'reminder' : name),
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
      exposure: (reached) => `risico ${reached} % van de kredietlimiet`,
      'first-usage': () => 'verbruik vóór de eerste betaling',
      budget: (reached) => `budget ${reached} %`,
      'budget-forecast': (reached) => `prognose ${reached} % van het budget`,
      'budget-pace': (points) => `verbruik loopt ${points} punten voor op de maand`,
      'currency-mismatch': (what) =>
        `${what === 'budget' ? 'budget' : 'kredietlimiet'} in een andere valuta`,
      'no-budget': () => 'geen budget',
    },
    stage: nlStage,
    action: (name) => ACTIONS[name] ?? spaced(name),
    noStage: 'geen fase',
    attention: (customers) =>
      `${count(customers, CUSTOMERS)} ${customers === 1 ? 'vraagt' : 'vragen'} aandacht`,
    cameDown: (customers) => `${count(customers, CUSTOMERS)} hersteld`,
    nothingWorse: 'Er is niets nieuws of erger.',
    firstStep: 'Begin bovenaan: het meeste geld dat op het spel staat, komt eerst.',
    personDecides: 'Acties zijn voorstellen; een mens beslist.',
    headline: (name, what, risk) => `${name} ${what}${risk === undefined ? '' : `, ${risk}`}`,
    cameDownFrom: (name, was) => `${name} niet langer op ${was}`,
    hello: (name) => `Beste ${name},`,
    newOrWorse: 'Nieuw of erger',
    atRisk: 'op het spel',
    overdue: 'te laat',
    overdueTitle: 'Te laat',
    overdueSince: (overdue, days) =>
      `${money(overdue)} te laat${days > 0 ? `, ${count(days, DAYS)} na de vervaldatum` : ''}`,
    letterNotSent: (because) => `Brief niet verzonden: ${because}`,
    proposed: (actions) => `Voorstel: ${list(actions)}`,
    ofBudget: (spent, budget, of) =>
      `${money(spent)} van het budget voor ${month(of)} van ${money(budget)}`,
    ofLimit: (total, limit) => `${money(total)} van de kredietlimiet van ${money(limit)}`,
    forecast: (expected, low, high) =>
      `prognose ${money(expected)} (${money(low)} tot ${money(high)})`,
    lastErrors: (off) => `de prognoses van vorige maand zaten er ${percent(off)} naast`,
    receded: 'weer onder de drempel',
    trend: (from, through, last, usual) =>
      `Verbruik per dag, ${day(from)} tot en met ${day(through)}: laatst ${money(last)}, gewoonlijk ${money(usual)}`,
    stillWaiting: 'Wacht nog',
    recovered: 'Gezakt of vereffend',
    was: 'Was',
    isNow: 'Is nu',
    belowForecast: 'eronder',
    onStage: 'Iedereen in een fase',
    othersOnStage: 'Anderen in een fase',
    stageTitle: 'Fase',
    since: (since) => `sinds ${since}`,
    overdueInTotal: 'Samen te laat',
    aging: 'Openstaande facturen naar dagen te laat',
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
    alertOpening: (name) => `${name} vraagt nu aandacht.`,
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
    unowned: 'Verbruik van niemand',
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
  reason: (reason) => reasonText(reason, nlReasons),
};
